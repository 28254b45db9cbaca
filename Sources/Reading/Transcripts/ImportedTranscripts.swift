package import Console
import Foundation

/// The reader's own copies of the original transcripts, kept in `.lessons/transcripts`: `read` shows them in place of the retellings.
package struct ImportedTranscripts {
  private let checkout: Checkout
  private static let folder = ".lessons/transcripts"

  package init(_ checkout: Checkout) {
    self.checkout = checkout
  }

  /// Where the transcript of a lesson's lecture is kept, below the checkout.
  package static func path(of lesson: SyllabusEntry) -> String { "\(folder)/\(lesson.lecture).txt" }

  package func has(_ lesson: SyllabusEntry) -> Bool {
    FileManager.default.fileExists(atPath: checkout.url(Self.path(of: lesson)).path)
  }

  /// The transcript of a lesson's lecture; `nil` if none was imported.
  ///
  /// - Throws: a complaint if there is one that cannot be read.
  package func transcript(of lesson: SyllabusEntry) throws(Complaint) -> Transcript? {
    guard has(lesson) else { return nil }
    return try TranscriptFile.read(checkout.url(Self.path(of: lesson)), name: Self.path(of: lesson))
  }

  /// Keeps a transcript, in place of the one that was kept before.
  package func keep(_ transcript: Transcript, for lesson: SyllabusEntry) throws(Complaint) {
    let fields = transcript.header.map { "\($0.name): \($0.value)\n" }.joined()
    let cues = transcript.cues.map { "\($0.time) \($0.text)\n" }.joined()
    let url = checkout.url(Self.path(of: lesson))
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((fields + "\n" + cues).utf8).write(to: url, options: .atomic)
    } catch {
      throw .unavailable(
        "\(Self.path(of: lesson)) cannot be written",
        advice: ["Is there room on the disk, and may you write in \(checkout.root.path)?"])
    }
  }

  /// Removes the transcript of a lesson's lecture.
  ///
  /// - Returns: whether there was one.
  package func remove(_ lesson: SyllabusEntry) throws(Complaint) -> Bool {
    guard has(lesson) else { return false }
    do {
      try FileManager.default.removeItem(at: checkout.url(Self.path(of: lesson)))
    } catch {
      throw .unavailable("\(Self.path(of: lesson)) cannot be removed", advice: ["Remove the file yourself."])
    }
    return true
  }
}
