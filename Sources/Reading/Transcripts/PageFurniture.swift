import Console

/// What stands around the cues: the header's fields, and the parts of a web page that are no transcript.
enum PageFurniture {
  /// Tells whether a line belongs to the page and not to the lecture.
  static func isNoise(_ line: String) -> Bool {
    noise.contains { line.hasPrefix($0) }
  }

  /// The field that a line of the header gives, or `nil`.
  static func field(_ line: String) -> Transcript.Field? {
    for name in fields where line.hasPrefix(name) && line.dropFirst(name.count).first == ":" {
      return Transcript.Field(name, line.dropFirst(name.count + 1).trimmed)
    }
    let title = " Transcripts"
    guard line.hasSuffix(title), line.first?.isNumber == false, line.count > title.count else { return nil }
    return Transcript.Field("Course", String(line.dropLast(title.count)))
  }

  private static let fields = ["Course", "Chapter", "Lecture", "Retold for"]
  private static let noise = [
    "Login or purchase this course", "Talk Python's Mastodon", "Talk Python’s Mastodon",
  ]
}
