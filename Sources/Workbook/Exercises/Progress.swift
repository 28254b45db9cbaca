package import Report

/// What is remembered of the exercises, version 1: how the last judgement came out, and for which content of the file.
///
/// It is a cache. All of it but the number of hints can be found out again by judging.
package struct Progress: Sendable, Hashable, Codable {
  /// The version of the format that this code writes.
  package static let currentVersion = 1

  /// The version of the format.
  package var version = Progress.currentVersion
  /// The exercises that something is known of, by their address.
  package var exercises: [String: Entry] = [:]

  /// What is remembered of one exercise.
  package struct Entry: Sendable, Hashable, Codable {
    /// The digest of the file that was judged.
    package var digest: String?
    /// How it stood then.
    package var status: Grade.Status?
    /// The known mistake that it made.
    package var mistake: String?
    /// How many hints have been shown.
    package var hints = 0

    package init() {}
  }

  package init() {}

  /// How an exercise stands, as far as that is known without judging: an edit makes what is remembered stale.
  package func status(of exercise: CatalogueExercise, in checkout: Checkout) -> Grade.Status {
    guard let entry = exercises[exercise.address], let status = entry.status,
      let digest = exercise.digest(in: checkout), digest == entry.digest
    else { return .toDo }
    return exercise.isUntouched(in: checkout) ? .toDo : status
  }

  /// How many of a lesson's exercises are passed.
  package func passed(in lesson: CatalogueLesson, _ checkout: Checkout) -> Int {
    CatalogueExercise.all(of: lesson, in: checkout).count { status(of: $0, in: checkout) == .passed }
  }

  /// The first exercise of the workbook that is not passed; `nil` if all are.
  package func next(in catalogue: Catalogue) -> CatalogueExercise? {
    catalogue.exercises.first { status(of: $0, in: catalogue.checkout) != .passed }
  }

  /// Takes a judgement down.
  mutating func record(_ graded: GradedExercise, digest: String?) {
    var entry = exercises[graded.exercise.address] ?? Entry()
    (entry.digest, entry.status, entry.mistake) = (digest, graded.grade.status, graded.grade.mistake)
    exercises[graded.exercise.address] = entry
  }
}
