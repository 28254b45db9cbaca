public import Foundation
public import Report

/// A transcript's file in the checkout.
public enum TranscriptFile {
  /// Reads the transcript in a file.
  ///
  /// - Parameters:
  ///   - url: where the file is.
  ///   - name: how the reader knows it, for example `transcripts/review-why-async.txt`.
  /// - Returns: the transcript; what is damaged in it stands in its problems.
  /// - Throws: a ``LessonKit/Complaint`` that names the file, where it is missing, cannot be read or has no cue.
  public static func read(_ url: URL, name: String) throws(Complaint) -> Transcript {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw .unavailable(
        "the transcript \(name) is missing",
        advice: ["'git checkout -- \(name)' brings it back, if it was there before."])
    }
    let bytes: Data
    do {
      bytes = try Data(contentsOf: url)
    } catch {
      throw .unavailable(
        "the transcript \(name) cannot be read",
        advice: ["Is it a file that you may read? ('ls -ld \(name)' tells.)"])
    }
    guard let transcripts = TranscriptParser.parse(bytes, file: name) else {
      throw .unavailable(
        "\(name) is not a text file",
        advice: ["A transcript is text, one cue a line: 01:21 and what is said."])
    }
    return try single(transcripts, name: name)
  }

  private static func single(_ transcripts: [Transcript], name: String) throws(Complaint) -> Transcript {
    guard var first = transcripts.first(where: { !$0.cues.isEmpty }) else {
      throw .unavailable(
        "\(name) has no cue",
        advice: transcripts.flatMap(\.problems).map(\.description) + [
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
