import Report

/// A lesson that the compiler rejects, and what can be said of its exercises all the same.
struct RejectedLesson {
  /// What the compiler says.
  let messages: [CompilerMessage]
  /// The same as one text, also where no file is named.
  let text: String

  /// The exercises' grades: what the compiler says of their files; for the others, what was found out before.
  func grades(
    _ exercises: [CatalogueExercise], _ before: Progress, _ checkout: Checkout
  ) -> [GradedExercise] {
    exercises.map { exercise in
      let own = messages.filter { $0.isAbout(exercise) }
      if !own.isEmpty {
        return GradedExercise(exercise, Grade(status: .doesNotBuild, says: Self.text(own, exercise)))
      }
      let known = before.status(of: exercise, in: checkout)
      if known == .passed {
        return GradedExercise(exercise, Grade(status: .passed, says: "Right, when it was last judged."))
      }
      return GradedExercise(exercise, Grade(status: .doesNotBuild, says: cannotBeJudged))
    }
  }

  private var cannotBeJudged: String {
    let files = messages.reduce(into: [String]()) { if !$0.contains($1.file) { $0.append($1.file) } }
    return files.isEmpty
      ? "The lesson does not build:\n" + text
      : Grade.cannotBeJudged + files.joined(separator: ", ") + " does not compile:\n"
        + messages.map(\.text).joined(separator: "\n")
  }

  private static func text(_ messages: [CompilerMessage], _ exercise: CatalogueExercise) -> String {
    let text = messages.map(\.text).joined(separator: "\n")
    guard !messages.contains(where: { $0.file == exercise.file }) else { return text }
    return text
      + "\nThe compiler names a file of the workbook's that calls your function. Its name and its signature have "
      + "to stay as they were; 'lessons reset \(exercise.name)' puts them back and keeps your file."
  }
}

extension CompilerMessage {
  /// Whether it is about one of the exercise's files: the learner's, or one that calls the learner's function.
  fileprivate func isAbout(_ exercise: CatalogueExercise) -> Bool {
    file == exercise.file || (file.hasPrefix("Lessons/\(exercise.lesson.folder)/") && base == exercise.base)
  }
}

extension Grade {
  /// What an exercise is told whose lesson does not build because of another file.
  static let cannotBeJudged = "This exercise cannot be judged: "
}

extension GradedExercise {
  /// Whether nothing was found out about the exercise itself, so that what was known before goes on being known.
  var isLeftOpen: Bool {
    grade.status == .doesNotBuild && grade.says.hasPrefix(Grade.cannotBeJudged)
  }
}
