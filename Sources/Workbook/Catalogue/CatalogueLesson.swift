import Foundation
public import Report

/// A lesson of the syllabus with what the checkout has of it.
public struct CatalogueLesson: Sendable, Hashable {
  /// What the index says of it.
  public let entry: SyllabusEntry
  /// Its folder below the root, for example `Lessons/01-serial-vs-async`.
  public let folder: String
  /// Its transcript below the root, for example `transcripts/review-why-async.txt`.
  public let transcript: String
  /// Whether the folder is there.
  public let isPresent: Bool
  /// Whether the transcript is there.
  public let hasTranscript: Bool
  /// The names of its exercises, in order: those of the Swift files in its folder `Exercises`.
  public let exercises: [String]

  /// Looks at what is there.
  public init(_ entry: SyllabusEntry, in checkout: Checkout) {
    self.entry = entry
    folder = "Lessons/\(entry.folder)"
    transcript = "transcripts/\(entry.lecture).txt"
    var isFolder: ObjCBool = false
    isPresent =
      FileManager.default.fileExists(atPath: checkout.url(folder).path, isDirectory: &isFolder)
      && isFolder.boolValue
    hasTranscript = FileManager.default.fileExists(atPath: checkout.url(transcript).path)
    exercises = SwiftFiles.names(in: checkout.url(folder).appendingPathComponent("Exercises"))
      .map { String($0.dropLast(".swift".count)) }
  }
}
