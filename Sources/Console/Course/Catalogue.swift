import Foundation

/// The lessons of the syllabus, with what a checkout has of each.
package struct Catalogue: Sendable, Hashable {
  /// Where the lessons are.
  package let checkout: Checkout
  /// The lessons, in the order of the syllabus.
  package let lessons: [CatalogueLesson]

  /// Looks at what is there.
  package init(_ checkout: Checkout, syllabus: [SyllabusEntry] = Syllabus.lessons) {
    self.checkout = checkout
    lessons = syllabus.map { CatalogueLesson($0, in: checkout) }
  }

  /// The lesson that was probably meant; ``LessonMatcher`` has the rules.
  ///
  /// - Throws: a ``Console/Complaint`` with the candidates or the nearest name, or one that says that the lesson's
  ///   folder is missing.
  package func lesson(_ typed: String) throws(Complaint) -> CatalogueLesson {
    let entry = try LessonMatcher(lessons.map(\.entry)).match(typed)
    let lesson = lessons.first { $0.entry == entry }!
    guard lesson.isPresent else {
      throw .unavailable(
        "the folder \(lesson.folder) is missing",
        advice: ["'git checkout -- \(lesson.folder)' brings it back."])
    }
    return lesson
  }
}
