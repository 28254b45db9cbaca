package import Console

/// A command about transcripts.
package enum ReadingCommand: String, ProgramCommand {
  case read, new
  case importing = "import"

  package static var program: CommandProgram { .reader }

  package var options: [Arguments.Option] {
    switch self {
    case .read:
      [
        Arguments.Option("claims", help: "Show the code of the claims too."),
        Arguments.Option("python", help: "Show the ideas in Python."),
        Arguments.Option("both", help: "Show the ideas in Swift and in Python."),
        Arguments.Option(
          "transcript", value: "FILE",
          help: "Show this transcript, with the lesson's code if it is one of the lectures."),
        Arguments.Option("retelling", help: "Show the retelling, although you have imported the original."),
        Arguments.Option("json", help: "Print transcript, code and claims as JSON, and nothing else."),
      ] + Terminal.options
    case .importing:
      [
        Arguments.Option("as", value: "LESSON", help: "Say whose lecture it is, where that cannot be told."),
        Arguments.Option("list", help: "Show which lectures have an imported transcript."),
        Arguments.Option(
          "remove", value: "LESSON", help: "Go back to the retelling; 'all' for every lesson."),
      ]
    case .new:
      [
        Arguments.Option(
          "transcript", value: "FILE", help: "What the lecture says, in any form that 'lessons import' reads."
        ),
        Arguments.Option("title", value: "TEXT", help: "The lesson's title; without it, the lecture's."),
      ]
    }
  }

  package func request(_ arguments: Arguments) throws(Complaint) -> ReadingRequest {
    switch self {
    case .read: try reading(arguments)
    case .importing: try importing(arguments)
    case .new: try making(arguments)
    }
  }

  private func reading(_ arguments: Arguments) throws(Complaint) -> ReadingRequest {
    let catalogue = try Surroundings.catalogue()
    let terminal = try Terminal(arguments)
    let lesson = try arguments.singleOperand(of: rawValue).map { (name) throws(Complaint) in
      try catalogue.lesson(name)
    }
    if let file = arguments.value("transcript") {
      return .readFile(try Surroundings.existing(file), beside: lesson, on: terminal)
    }
    guard let lesson else {
      throw .usage(
        "which lesson do you want to read?",
        advice: catalogue.lessons.map { "\($0.entry.number)  lessons read \($0.entry.id)" })
    }
    return .read(lesson, on: terminal)
  }

  private func importing(_ arguments: Arguments) throws(Complaint) -> ReadingRequest {
    let catalogue = try Surroundings.catalogue()
    if arguments.has("list") {
      try arguments.noOperands(of: "import --list")
      return .list
    }
    if let name = arguments.value("remove") {
      try arguments.noOperands(of: "import --remove")
      return .remove(
        name.lowercased() == "all" ? catalogue.lessons.map(\.entry) : [try catalogue.lesson(name).entry])
    }
    guard !arguments.operands.isEmpty else {
      throw .usage(
        "which transcripts do you want to import?",
        advice: [
          "'lessons import FILE' takes one; a folder stands for all in it.",
          "'lessons import --help' tells more.",
        ])
    }
    let lesson = try arguments.value("as").map { (name) throws(Complaint) in
      try catalogue.lesson(name).entry
    }
    for file in arguments.operands { _ = try Surroundings.existing(file) }
    return .importing(as: lesson)
  }

  private func making(_ arguments: Arguments) throws(Complaint) -> ReadingRequest {
    guard let id = try arguments.singleOperand(of: rawValue) else {
      throw .usage(
        "what is the lesson's id?", advice: ["'lessons new my-lesson --transcript FILE' makes one."])
    }
    guard let file = arguments.value("transcript") else {
      throw .usage(
        "a lesson goes with a lecture: add --transcript FILE",
        advice: ["A cue a line is enough: 01:21 and what is said."])
    }
    guard id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*/) != nil, (3...40).contains(id.count) else {
      throw .usage(
        "'\(id)' is no lesson's id",
        advice: ["Small letters and digits, words with a hyphen between, as in 'threads-vs-async'."])
    }
    return .new(id, transcript: try Surroundings.existing(file))
  }
}
