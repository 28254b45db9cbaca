import Console
import Foundation
import Workbook

/// Puts an exercise's file back to what it was when it was cloned, and keeps what the learner had.
struct ExerciseReset {
  /// What became of it.
  enum Outcome: Sendable, Hashable {
    /// The file stood as it was cloned.
    case unchanged
    /// The stub is back; the old file is kept at this path below the root, if there was one.
    case done(backup: String?)
  }

  private let checkout: Checkout

  /// Prepares to put files of a checkout back.
  init(_ checkout: Checkout) { self.checkout = checkout }

  /// Puts an exercise's file back. It never is without a file: the stub takes the place of the old file at once, when a
  /// copy of that is kept.
  ///
  /// - Throws: a ``Console/Complaint`` if a file cannot be read or written; the learner's file is as it was then.
  func run(_ exercise: CatalogueExercise) throws(Complaint) -> Outcome {
    if exercise.isUntouched(in: checkout) { return .unchanged }
    guard let stub = try? Data(contentsOf: checkout.url(exercise.stub)) else {
      throw .unavailable(
        "\(exercise.stub) is missing", advice: ["'git checkout -- \(exercise.stub)' brings it back."])
    }
    let file = checkout.url(exercise.file)
    var backup: URL?
    do {
      if FileManager.default.fileExists(atPath: file.path) {
        let folder = checkout.url(".lessons/backups")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let copy = KeptFile.freeName(folder, "\(exercise.base)-\(KeptFile.timestamp).swift")
        try FileManager.default.copyItem(at: file, to: copy)
        backup = copy
      }
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try stub.write(to: file, options: .atomic)
    } catch {
      throw .unavailable(
        "\(exercise.file) could not be put back: \(error.localizedDescription)",
        advice: ["Your file is as it was."])
    }
    return .done(backup: backup.map { ".lessons/backups/\($0.lastPathComponent)" })
  }
}
