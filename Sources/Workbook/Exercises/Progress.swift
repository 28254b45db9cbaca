package import Console
import Foundation

/// What is remembered of the exercises, version 1: how the last judgement came out, and for which content of the file.
///
/// It is kept by the exercises' names, so that it moves along when an exercise comes to stand in another lesson. How an exercise
/// stands can be found out again by judging; how many hints were given and which misconceptions were met, cannot.
package struct Progress: Sendable, Hashable, Codable {
  /// The version of the format that this code writes.
  package static let currentVersion = 1

  /// The version of the format.
  package var version = Progress.currentVersion
  /// The exercises that something is known of, by their name.
  package var exercises: [String: Entry] = [:]

  /// What is remembered of one exercise.
  package struct Entry: Sendable, Hashable, Codable {
    /// The digest of the code that was judged.
    package var digest: String?
    /// How it stood then.
    package var status: ExerciseStatus?
    /// The known mistake that it made.
    package var mistake: String?
    /// How many hints have been shown.
    package var hints = 0
    /// The mistakes whose own hint has been shown.
    package var hintedAt: [String] = []
    /// The misconceptions that the learner's code has shown so far, in the order in which they were first met.
    package var met: [Misconception] = []

    package init() {}

    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      digest = try fields.decodeIfPresent(String.self, forKey: .digest)
      status = try fields.decodeIfPresent(ExerciseStatus.self, forKey: .status)
      mistake = try fields.decodeIfPresent(String.self, forKey: .mistake)
      hints = try fields.decodeIfPresent(Int.self, forKey: .hints) ?? 0
      // Not there before they were kept.
      hintedAt = try fields.decodeIfPresent([String].self, forKey: .hintedAt) ?? []
      met = try fields.decodeIfPresent([Misconception].self, forKey: .met) ?? []
    }
  }

  /// A misconception that the learner's code has shown.
  package struct Misconception: Sendable, Hashable, Codable {
    /// Its name.
    package var mistake: String
    /// How often: an answer that is judged again unchanged counts once.
    package var times: Int
    /// When it was met first and last, for example `2026-11-21T06:15:03Z`.
    package var first: String
    package var last: String

    package init(mistake: String, times: Int, first: String, last: String) {
      (self.mistake, self.times, self.first, self.last) = (mistake, times, first, last)
    }
  }

  package init() {}

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    version = try fields.decode(Int.self, forKey: .version)
    let kept = try fields.decode([String: Entry].self, forKey: .exercises)
    // Kept as `lesson/exercise` before exercises could move.
    exercises = Dictionary(
      kept.map { (String($0.key.split(separator: "/").last ?? ""), $0.key.contains("/"), $0.value) }
        .sorted { $0.1 && !$1.1 }.map { ($0.0, $0.2) }, uniquingKeysWith: { $1 })
  }

  /// How an exercise stands, as far as that is known without judging: an edit makes what is remembered stale.
  package func status(of exercise: CatalogueExercise, in checkout: Checkout) -> ExerciseStatus {
    guard let entry = exercises[exercise.name], let status = entry.status, let digest = entry.digest,
      exercise.digests(in: checkout).contains(digest)
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
}
