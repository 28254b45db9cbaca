/// What a lecture says, and when.
package struct Transcript: Sendable, Hashable {
  /// One line of the header.
  package struct Field: Sendable, Hashable {
    /// The name in front of the colon, for example `Lecture`.
    package var name: String
    /// What stands behind it.
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Something that is said from a moment on.
  package struct Cue: Sendable, Hashable {
    /// When it begins.
    package var time: Timestamp
    /// What is said, on one line.
    package var text: String
    /// The line of the file that it begins on, from 1.
    package var line: Int

    package init(_ time: Timestamp, _ text: String, line: Int) {
      self.time = time
      self.text = text
      self.line = line
    }
  }

  /// A line that could not be read as it was meant; what it says is kept here.
  package struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The file, as the reader knows it.
    package var file: String
    /// The line, from 1.
    package var line: Int
    /// What is wrong with it.
    package var reason: String
    /// The line itself.
    package var text: String

    /// The problem as compilers write theirs: `file:line: reason`.
    package var description: String { "\(file):\(line): \(reason)" }
  }

  /// The header's fields, in the order of the file.
  package var header: [Field] = []
  /// The cues, in the order of the file.
  package var cues: [Cue] = []
  /// The lines that could not be read, in the order of the file.
  package var problems: [Problem] = []

  /// The course that the lecture belongs to.
  package var course: String? { self["Course"] }
  /// The chapter of the course.
  package var chapter: String? { self["Chapter"] }
  /// The lecture's title.
  package var lecture: String? { self["Lecture"] }
  /// Whom the transcript is retold for; `nil` for an original.
  package var retoldFor: String? { self["Retold for"] }

  /// The value of a header field, whatever the letter case of its name.
  package subscript(name: String) -> String? {
    header.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
