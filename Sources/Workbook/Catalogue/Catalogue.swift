import Foundation
public import Report

/// The lessons of the syllabus, with what a checkout has of each.
public struct Catalogue: Sendable, Hashable {
  /// Where the lessons are.
  public let checkout: Checkout
  /// The lessons, in the order of the syllabus.
  public let lessons: [CatalogueLesson]

  /// Looks at what is there.
  public init(_ checkout: Checkout, syllabus: [SyllabusEntry] = Syllabus.lessons) {
    self.checkout = checkout
    lessons = syllabus.map { CatalogueLesson($0, in: checkout) }
  }

  /// The lesson that was probably meant; ``LessonMatcher`` has the rules.
  ///
  /// - Throws: a ``LessonKit/Complaint`` with the candidates or the nearest name, or one that says that the lesson's
  ///   folder is missing.
  public func lesson(_ typed: String) throws(Complaint) -> CatalogueLesson {
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
