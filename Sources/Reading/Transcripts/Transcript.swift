/// What a lecture says, and when.
package struct Transcript: Sendable, Hashable {
  /// One line of the header, for example `Lecture: …`.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Something that is said from a moment on.
  package struct Cue: Sendable, Hashable {
    package var time: Timestamp
    package var text: String
    /// The line of the file that it begins on, from 1.
    package var line: Int
  }

  /// A line that could not be read as it was meant; what it says is kept here.
  package struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The file, as the reader knows it.
    package var file: String
    /// The line, from 1.
    package var line: Int
    package var reason: String
    package var text: String

    /// The problem as compilers write theirs: `file:line: reason`.
    package var description: String { "\(file):\(line): \(reason)" }
  }

  /// The header's fields, in the order of the file.
  package var header: [Field] = []
  package var cues: [Cue] = []
  /// The lines that could not be read, in the order of the file.
  package var problems: [Problem] = []

  package var course: String? { self["Course"] }
  package var chapter: String? { self["Chapter"] }
  package var lecture: String? { self["Lecture"] }
  /// Whom the transcript is retold for; `nil` for an original.
  package var retoldFor: String? { self["Retold for"] }

  /// The value of a header field, whatever the letter case of its name.
  package subscript(name: String) -> String? {
    header.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
