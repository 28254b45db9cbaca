import Foundation

/// A lesson of the syllabus with what the checkout has of it.
package struct CatalogueLesson: Sendable, Hashable {
  /// What the index says of it.
  package let entry: SyllabusEntry
  /// Its folder below the root, for example `Lessons/01-serial-vs-async`.
  package let folder: String
  /// Its transcript below the root, for example `transcripts/review-why-async.txt`.
  package let transcript: String
  /// Whether the folder is there.
  package let isPresent: Bool
  /// Whether the transcript is there.
  package let hasTranscript: Bool

  /// Looks at what is there.
  package init(_ entry: SyllabusEntry, in checkout: Checkout) {
    self.entry = entry
    folder = "Lessons/\(entry.folder)"
    transcript = "transcripts/\(entry.lecture).txt"
    var isFolder: ObjCBool = false
    isPresent =
      FileManager.default.fileExists(atPath: checkout.url(folder).path, isDirectory: &isFolder)
      && isFolder.boolValue
    hasTranscript = FileManager.default.fileExists(atPath: checkout.url(transcript).path)
  }
}
