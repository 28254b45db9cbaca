/// What stands around the cues: the header's fields, and the parts of a web page that are no transcript.
enum PageFurniture {
  /// Tells whether a line belongs to the page and not to the lecture.
  static func isNoise(_ line: String) -> Bool {
    let plain = line.replacing("’", with: "'")
    return plain.hasPrefix("Login or purchase this course") || plain.hasPrefix("Talk Python's Mastodon")
  }

  /// The field that a line of the header gives, or `nil`.
  static func field(_ line: String) -> Transcript.Field? {
    for name in ["Course", "Chapter", "Lecture", "Retold for"] where line.hasPrefix("\(name):") {
      return Transcript.Field(name, line.dropFirst(name.count + 1).trimmed)
    }
    if line.first?.isNumber == false, let match = line.wholeMatch(of: /(.+) Transcripts/) {
      return Transcript.Field("Course", String(match.1))
    }
    return nil
  }
}
