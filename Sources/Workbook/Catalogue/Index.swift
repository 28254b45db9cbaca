package import Console

/// The list of lessons, as the launcher shows it and as other programs read it (`lessons list --json`), version 1.
package struct Index: Sendable, Hashable, Codable {
  /// A lesson in the list.
  package struct Lesson: Sendable, Hashable, Codable {
    /// Its place in the workbook, from 1.
    package var number: Int
    /// Its id.
    package var id: String
    /// Its title.
    package var title: String
    /// The id of its lecture.
    package var lecture: String
    /// How long an attentive reader needs, in minutes.
    package var minutes: Int
    /// How far its exercises are done.
    package var exercises: Exercises
    /// What the reader has answered to its questions; `nil` where none was asked yet.
    package var predictions: Predictions?
  }

  /// What a reader has answered to a lesson's questions.
  package struct Predictions: Sendable, Hashable, Codable {
    /// How many guesses were right.
    package var guesses: Int
    /// How many reasons were right.
    package var reasons: Int
    /// How many questions the lesson has.
    package var total: Int
  }

  /// How far a lesson's exercises are done.
  package struct Exercises: Sendable, Hashable, Codable {
    /// How many are passed.
    package var passed: Int
    /// How many there are.
    package var total: Int
  }

  /// The version of the format.
  package var version = 1
  /// The lessons in their order.
  package var lessons: [Lesson]

  /// Lists the lessons that a checkout has.
  ///
  /// - Parameter passed: how many exercises of a lesson are passed; none until they are graded.
  package init(_ catalogue: Catalogue, passed: (CatalogueLesson) -> Int = { _ in 0 }) {
    lessons = catalogue.lessons.filter(\.isPresent).map { lesson in
      Lesson(
        number: lesson.entry.number, id: lesson.entry.id, title: lesson.entry.title,
        lecture: lesson.entry.lecture,
        minutes: lesson.entry.minutes,
        exercises: Exercises(
          passed: passed(lesson), total: CatalogueExercise.all(of: lesson, in: catalogue.checkout).count),
        predictions: Predictions(of: lesson.entry, in: catalogue.checkout))
    }
  }

  /// The list as JSON.
  package var json: String { JSONText.of(self) }

  /// The lesson to go on with: the first that has exercises to do; `nil` where none is left, or there is none at all.
  package var next: Lesson? {
    lessons.first { $0.exercises.passed < $0.exercises.total }
      ?? (lessons.allSatisfy { $0.exercises.total == 0 } ? lessons.first : nil)
  }
}

extension Index.Predictions {
  /// What a reader has answered, as the lesson has left it; `nil` where there is nothing.
  init?(of lesson: SyllabusEntry, in checkout: Checkout) {
    guard let answers = Answers(at: LastReport.answers(of: lesson, in: checkout)) else { return nil }
    self.init(
      guesses: answers.rightGuesses, reasons: answers.rightReasons, total: answers.questions)
  }
}
