package import Foundation

/// What a reader has answered to the questions of one lesson, version 1. It is kept beside the rest of the reader's progress, in a
/// file of its own: the lesson writes it, and the launcher's list reads it.
package struct Answers: Sendable, Hashable, Codable {
  /// The version of the format that this code reads and writes.
  package static let currentVersion = 1

  package private(set) var version = currentVersion
  package var questions: Int
  /// The questions that were put to the reader, by id.
  package var answers: [String: Answer] = [:]

  package struct Answer: Sendable, Hashable, Codable {
    /// The reader's guess; `nil` for a question that was skipped.
    package var guess: Double?
    package var isRight = false
    /// The reason that was chosen first; `nil` if none was.
    package var reason: String?
    package var isReasonRight = false

    package init(guess: Double?, isRight: Bool) {
      self.guess = guess
      self.isRight = isRight
    }
  }

  package init(questions: Int) { self.questions = questions }

  package var rightGuesses: Int { answers.values.count { $0.isRight } }
  package var rightReasons: Int { answers.values.count { $0.isReasonRight } }

  /// `nil` if there is no such file or it cannot be read.
  package init?(at file: URL) {
    guard let data = try? Data(contentsOf: file),
      let kept = try? JSONDecoder().decode(Answers.self, from: data),
      kept.version == Self.currentVersion
    else { return nil }
    self = kept
  }

  /// Reads answers to go on with.
  ///
  /// - Returns: what is kept, none where nothing is; and, if the file could not be read, where it was moved to, out of the way.
  package static func resumed(at file: URL, questions: Int) -> (answers: Answers, aside: URL?) {
    if var kept = Answers(at: file) {
      kept.questions = questions
      return (kept, nil)
    }
    let fresh = Answers(questions: questions)
    guard FileManager.default.fileExists(atPath: file.path) else { return (fresh, nil) }
    let aside = file.appendingPathExtension("damaged-\(Int(Date().timeIntervalSince1970))")
    try? FileManager.default.moveItem(at: file, to: aside)
    return (fresh, aside)
  }

  /// Writes them, whole or not at all.
  package func write(to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try JSONEncoder.readable().encode(self).write(to: file, options: .atomic)
  }
}
