/// What a lecture says, and when.
public struct Transcript: Sendable, Hashable {
  /// One line of the header.
  public struct Field: Sendable, Hashable {
    /// The name in front of the colon, for example `Lecture`.
    public var name: String
    /// What stands behind it.
    public var value: String

    /// Creates a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Something that is said from a moment on.
  public struct Cue: Sendable, Hashable {
    /// When it begins.
    public var time: Timestamp
    /// What is said, on one line.
    public var text: String
    /// The line of the file that it begins on, from 1.
    public var line: Int

    /// Creates a cue.
    public init(_ time: Timestamp, _ text: String, line: Int) {
      self.time = time
      self.text = text
      self.line = line
    }
  }

  /// A line that could not be read as it was meant; what it says is kept here.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The file, as the reader knows it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it.
    public var reason: String
    /// The line itself.
    public var text: String

    /// Creates a problem.
    public init(file: String, line: Int, reason: String, text: String) {
      self.file = file
      self.line = line
      self.reason = reason
      self.text = text
    }

    /// The problem as compilers write theirs: `file:line: reason`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// The header's fields, in the order of the file.
  public var header: [Field] = []
  /// The cues, in the order of the file.
  public var cues: [Cue] = []
  /// The lines that could not be read, in the order of the file.
  public var problems: [Problem] = []

  /// Creates a transcript.
  public init(header: [Field] = [], cues: [Cue] = [], problems: [Problem] = []) {
    self.header = header
    self.cues = cues
    self.problems = problems
  }

  /// The course that the lecture belongs to.
  public var course: String? { self["Course"] }
  /// The chapter of the course.
  public var chapter: String? { self["Chapter"] }
  /// The lecture's title.
  public var lecture: String? { self["Lecture"] }
  /// Whom the transcript is retold for; `nil` for an original.
  public var retoldFor: String? { self["Retold for"] }

  /// The value of a header field, whatever the letter case of its name.
  public subscript(name: String) -> String? {
    header.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
