package import Console

/// Finds the exercises that a reader means.
///
/// `overlap` is an exercise by its name or the beginning of it, `1/overlap` and `serial-vs-async/overlap` one of a
/// lesson, `1.2` the second of lesson 1, and anything that names a lesson means all of that lesson's exercises. A path to
/// the exercise's file will do too. Letter case does not count, and `_` and spaces are as good as `-`.
package struct ExerciseMatcher: Sendable {
  private let exercises: [CatalogueExercise]
  private let lessons: [SyllabusEntry]

  package init(_ exercises: [CatalogueExercise], lessons: [SyllabusEntry]) {
    self.exercises = exercises
    self.lessons = lessons
  }

  /// The exercises that are meant by what was typed, each once, in the order of the workbook; all, if nothing was.
  ///
  /// - Throws: a ``Console/Complaint`` with the nearest name.
  package func select(_ typed: [String]) throws(Complaint) -> [CatalogueExercise] {
    guard !typed.isEmpty else { return exercises }
    var chosen: Set<CatalogueExercise> = []
    for text in typed {
      if let exercise = try exercise(text, in: exercises) {
        chosen.insert(exercise)
      } else if let lesson = lesson(text) {
        chosen.formUnion(exercises.filter { $0.lesson == lesson })
      } else {
        throw unknown(text, among: exercises.map(\.name) + lessons.map(\.id))
      }
    }
    return exercises.filter(chosen.contains)
  }

  /// The one exercise that is meant.
  ///
  /// - Throws: a ``Console/Complaint`` with the nearest name, or with the candidates.
  package func one(_ typed: String) throws(Complaint) -> CatalogueExercise {
    if let exercise = try exercise(typed, in: exercises) { return exercise }
    guard let lesson = lesson(typed) else { throw unknown(typed, among: exercises.map(\.name)) }
    throw ambiguous(typed, exercises.filter { $0.lesson == lesson })
  }

  private func exercise(
    _ typed: String, in exercises: [CatalogueExercise]
  ) throws(Complaint) -> CatalogueExercise? {
    if let exact = exercises.first(where: { typed.hasSuffix($0.file) || $0.number == typed }) { return exact }
    let parts = typed.split(separator: "/").map(String.init)
    if parts.count > 1 {
      // Of a path only the last two parts say something: the lesson and the exercise.
      guard let lesson = lesson(parts[parts.count - 2]) else { return nil }
      let own = exercises.filter { $0.lesson == lesson }
      let last = parts[parts.count - 1]
      guard let found = try exercise(last, in: own) else {
        throw unknown(last, among: own.map(\.name), lesson)
      }
      return found
    }
    let name = Self.normal(typed)
    let rules: [(CatalogueExercise) -> Bool] = [
      { $0.name == name || $0.base.lowercased() == name || $0.name.filter { $0 != "-" } == name },
      // An id of a lesson goes before the beginning of an exercise's name.
      { !lessons.map(\.id).contains(name) && !name.isEmpty && $0.name.hasPrefix(name) },
    ]
    for rule in rules {
      let found = exercises.filter(rule)
      if found.count == 1 { return found[0] }
      if !found.isEmpty { throw ambiguous(typed, found) }
    }
    return nil
  }

  private func lesson(_ typed: String) -> SyllabusEntry? { try? LessonMatcher(lessons).match(typed) }

  /// Every spelling of a name that stands for the same: lower case, hyphens between the words, and no file's ending.
  private static func normal(_ text: String) -> String {
    LessonMatcher.normal(text.hasSuffix(".swift") ? String(text.dropLast(".swift".count)) : text)
  }

  private func ambiguous(_ typed: String, _ found: [CatalogueExercise]) -> Complaint {
    found.isEmpty
      ? .usage("lesson '\(typed)' has no exercises")
      : .usage("'\(typed)' could be any of \(found.count) exercises", advice: found.map(\.address))
  }

  private func unknown(_ typed: String, among names: [String], _ lesson: SyllabusEntry? = nil) -> Complaint {
    .usage(
      lesson.map { "lesson \($0.number) has no exercise '\(typed)'" } ?? "there is no exercise '\(typed)'",
      advice: [
        NearestName.of(typed, among: names).map { "Did you mean \($0)?" }
          ?? "'lessons check' shows all exercises."
      ])
  }
}
