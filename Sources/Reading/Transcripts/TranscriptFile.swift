package import Console
package import Foundation

/// A transcript's file in the checkout.
package enum TranscriptFile {
  /// The largest file that is read, in bytes: a thousand times what an hour of speech takes.
  package static let sizeLimit = 64 << 20

  /// Reads the transcript in a file.
  ///
  /// - Parameters:
  ///   - url: where the file is.
  ///   - name: how the reader knows it, for example `transcripts/review-why-async.txt`.
  /// - Returns: the transcript; what is damaged in it stands in its problems.
  /// - Throws: a ``Console/Complaint`` that names the file, where it is missing, cannot be read, is larger than
  ///   ``sizeLimit`` or has no cue.
  package static func read(_ url: URL, name: String) throws(Complaint) -> Transcript {
    try single(try all(url, name: name), name: name)
  }

  /// Reads the workbook's own retelling of a lesson's lecture, unless there is an original to show in its place.
  package static func read(
    _ lesson: CatalogueLesson, in checkout: Checkout, original: Transcript? = nil
  ) throws(Complaint) -> Transcript {
    if let original { return original }
    return try read(checkout.url(lesson.transcript), name: lesson.transcript)
  }

  /// Reads all transcripts in a file, where several were run together.
  ///
  /// - Throws: as ``read(_:name:)`` does.
  package static func readAll(_ url: URL, name: String) throws(Complaint) -> [Transcript] {
    let all = try all(url, name: name)
    _ = try single(all, name: name)
    return all.filter { !$0.cues.isEmpty || !$0.problems.isEmpty }
  }

  private static func all(_ url: URL, name: String) throws(Complaint) -> [Transcript] {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw .unavailable(
        "the transcript \(name) is missing",
        advice: ["'git checkout -- \(name)' brings it back, if it was there before."])
    }
    let attributes =
      (try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)) ?? [:]
    let unreadable = Complaint.unavailable(
      "the transcript \(name) cannot be read",
      advice: ["Is it a file that you may read? ('ls -ld \(name)' tells.)"])
    // A device or a pipe might have no end.
    guard attributes[.type] as? FileAttributeType ?? .typeRegular == .typeRegular else { throw unreadable }
    let size = attributes[.size] as? Int ?? 0
    guard size <= sizeLimit else {
      throw .unavailable(
        "\(name) is too large: a transcript has at most \(sizeLimit >> 20) MiB, and this file has more")
    }
    guard let bytes = try? Data(contentsOf: url) else { throw unreadable }
    guard let transcripts = TranscriptParser.parse(bytes, file: name) else {
      throw .unavailable(
        "\(name) is not a text file",
        advice: ["A transcript is text, one cue a line: 01:21 and what is said."])
    }
    return transcripts
  }

  private static func single(_ transcripts: [Transcript], name: String) throws(Complaint) -> Transcript {
    guard var first = transcripts.first(where: { !$0.cues.isEmpty }) else {
      throw .unavailable(
        "\(name) has no cue",
        advice: transcripts.lazy.flatMap(\.problems).prefix(5).map(\.description) + [
          "A transcript has one cue a line: the time, as in 01:21, and what is said."
        ])
    }
    for other in transcripts where other != first {
      first.problems += other.problems
      guard let cue = other.cues.first else { continue }
      first.problems.append(
        Transcript.Problem(
          file: name, line: cue.line,
          reason: "another transcript begins here; \(other.cues.count) cues are left out",
          text: cue.text))
    }
    return first
  }
}
