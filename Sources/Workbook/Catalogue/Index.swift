import Report

/// The list of lessons, as the launcher shows it and as other programs read it (`lessons list --json`), version 1.
public struct Index: Sendable, Hashable, Codable {
  /// A lesson in the list.
  public struct Lesson: Sendable, Hashable, Codable {
    /// Its place in the workbook, from 1.
    public var number: Int
    /// Its id.
    public var id: String
    /// Its title.
    public var title: String
    /// The id of its lecture.
    public var lecture: String
    /// How long an attentive reader needs, in minutes.
    public var minutes: Int
    /// How far its exercises are done.
    public var exercises: Exercises
  }

  /// How far a lesson's exercises are done.
  public struct Exercises: Sendable, Hashable, Codable {
    /// How many are passed.
    public var passed: Int
    /// How many there are.
    public var total: Int
  }

  /// The version of the format.
  public var version = 1
  /// The lessons in their order.
  public var lessons: [Lesson]

  /// Lists the lessons that a checkout has.
  ///
  /// - Parameter passed: how many exercises of a lesson are passed; none until they are graded.
  public init(_ catalogue: Catalogue, passed: (CatalogueLesson) -> Int = { _ in 0 }) {
    lessons = catalogue.lessons.filter(\.isPresent).map { lesson in
      Lesson(
        number: lesson.entry.number, id: lesson.entry.id, title: lesson.entry.title,
        lecture: lesson.entry.lecture,
        minutes: lesson.entry.minutes,
        exercises: Exercises(passed: passed(lesson), total: lesson.exercises.count))
    }
  }

  /// The list as JSON.
  public var json: String { JSONText.of(self) }

  /// The lesson to go on with: the first that has exercises to do, or else the first of all.
  public var next: Lesson? { lessons.first { $0.exercises.passed < $0.exercises.total } ?? lessons.first }
}
