import Console
import EventLoop
import Figures
import Foundation
import Platform
import Report

/// The command line of a lesson's own executable.
struct LessonCommand<Story: Lesson> {
  let lesson: Story.Type

  private static var common: [Arguments.Option] {
    [
      Arguments.Option(
        "time", value: "real|virtual", help: "Measure on this machine (real), or exactly and at once."),
      Arguments.Option(
        "slow", value: "FACTOR", help: "Watch it slowed down, 1 to 100 times; only in real time."),
      Arguments.Option(
        "predict", help: "Ask for your guess before each picture, again; the first run on a terminal does."),
      Arguments.Option("no-predict", help: "Ask nothing."),
      Arguments.Option(
        "svg", value: "FILE", help: "Write the figures into a picture file as well; - prints it."),
      Arguments.Option("json", help: "Print the report as JSON, and nothing else."),
      Arguments.Option("report", value: "FILE", help: "Write the report into a file as well."),
      Arguments.Option(
        "answers", value: "FILE",
        help: "Keep your answers in a file; what it has answers to is not asked again."),
    ] + Terminal.options
  }

  func run(_ words: [String]) throws -> ExitStatus {
    let options = knobOptions + lesson.options + Self.common
    try refuseKnobsOfOtherLessons(words, options)
    let arguments = try Arguments(words, options: options)
    if arguments.has("help") {
      StandardOutput.write(help)
      return .done
    }
    guard arguments.operands.isEmpty else {
      throw Complaint.usage(
        "a lesson takes options only, not '\(arguments.operands[0])'", advice: ["--help lists the options."])
    }
    let knobs = try Knobs(arguments, lesson.knobs)
    let time = try time(arguments, knobs)
    let terminal = try Terminal(arguments)
    let wantsJSON = arguments.has("json")
    if wantsJSON, arguments.has("predict") {
      throw Complaint.usage(
        "--predict asks on the terminal, and --json prints nothing but the report: take one of them")
    }
    if arguments.has("no-predict"), arguments.has("predict") {
      throw Complaint.usage("--predict and --no-predict exclude each other: take one of them")
    }
    try lesson.begin(arguments)
    let tell = try lesson.teller(arguments, knobs, isExact: time == .virtual)
    let picture = try arguments.value("svg").map(OutputFile.init)
    let report = try arguments.value("report").map(OutputFile.init)
    if report?.isStandardOutput == true {
      throw Complaint.usage("--json prints the report to standard output")
    }
    let isSilent = wantsJSON || picture?.isStandardOutput == true
    if wantsJSON, picture?.isStandardOutput == true {
      throw Complaint.usage("--json and --svg - both print to standard output: take one of them")
    }
    Interruption.endProgram()
    if terminal.canRedraw, !isSilent { TerminalDevice.mayBeDrawnOn() }

    let screen =
      isSilent
      ? Screen.blank
      : Screen(
        style: (try? Terminal(arguments))?.style ?? terminal.style, canRedraw: terminal.canRedraw,
        write: StandardOutput.write)
    let questions = questions(arguments, terminal, isSilent ? .blank : screen, isSilent: isSilent)
    let story = LessonKit.Story(
      lesson.entry, time: time, arguments: arguments, knobs: knobs, screen: screen, questions: questions)
    for option in lesson.options { story.options[option.name] = arguments.value(option.name) }
    screen.title(
      "\(lesson.entry.number) · \(lesson.entry.title)",
      "lecture \(lesson.entry.lecture) · "
        + (time == .virtual ? "virtual time: exact" : "real time, on this machine")
        + (knobs.turned.isEmpty ? "" : " · \(knobs.text)"))
    try tell(story)
    try picture?.write(
      SVGDocument.stack(story.parts.map { ($0.title, $0.pictures) }, title: lesson.entry.title))
    // What shows one thing only, or another scenario, leaves the report of the lecture's scenario as it is.
    if lesson.excerpt(arguments) == nil, knobs.turned.isEmpty {
      try report?.write(try story.report.json + "\n")
    }
    if wantsJSON {
      StandardOutput.write(try story.report.json + "\n")
    } else if !isSilent {
      screen.lines(["", Summary.text(of: story.claims)])
      if story.claims.contains(where: { $0.because == ClaimRecord.needsLecturesScenario }) {
        screen.note("What was not measured needs the lecture's scenario: run the lesson without knobs.")
      }
      let others = lesson.knobs.map(\.name).filter { !knobs.turned.contains($0) }.map { "--\($0.rawValue)" }
      if !knobs.turned.isEmpty, !others.isEmpty {
        screen.note("There is more to turn: \(others.joined(separator: ", ")). --help says what each does.")
      }
    }
    return story.claims.contains { $0.verdict == .fails } ? .failed : .done
  }

  /// The reader is asked all questions with `--predict`; without, those that are new, where answers are kept and a reader can answer.
  private func questions(
    _ arguments: Arguments, _ terminal: Terminal, _ screen: Screen, isSilent: Bool
  ) -> Questions {
    let file = arguments.value("answers").map { URL(fileURLWithPath: $0) }
    let asking: Questions.Asking =
      arguments.has("predict")
      ? .all
      : arguments.has("no-predict") || isSilent || !terminal.canAsk || file == nil ? .none : .new
    var answers = Answers(questions: lesson.questions.count)
    if let file, asking != .none {
      let resumed = Answers.resumed(at: file, questions: answers.questions)
      answers = resumed.answers
      if let aside = resumed.aside {
        StandardOutput.writeError(
          "\(lesson.entry.id): your answers could not be read; the damaged file is kept as \(aside.path)\n")
      }
    }
    var hasWarned = false
    return Questions(asking, screen: screen, isEchoed: terminal.canAsk, answers: answers) { answers in
      guard let file, (try? answers.write(to: file)) == nil, !hasWarned else { return }
      hasWarned = true
      StandardOutput.writeError("\(lesson.entry.id): your answers cannot be kept in \(file.path)\n")
    } read: {
      readLine()
    }
  }

  /// A knob has one name in all lessons, so that readers will try it in one that does not have it.
  private func refuseKnobsOfOtherLessons(
    _ words: [String], _ options: [Arguments.Option]
  ) throws(Complaint) {
    for word in words where word.hasPrefix("--") {
      let name = word.dropFirst(2).prefix { $0 != "=" }.lowercased()
      guard Knob.Name(rawValue: name) != nil, !options.contains(where: { $0.name == name }) else { continue }
      let own = lesson.knobs.map { "--\($0.name.rawValue)" }.joined(separator: ", ")
      throw .usage(
        "lesson \(lesson.entry.number) has no knob --\(name)",
        advice: [own.isEmpty ? "It has none." : "Its knobs are \(own)."])
    }
  }

  private var knobOptions: [Arguments.Option] { lesson.knobs.map(\.option) }

  private func time(_ arguments: Arguments, _ knobs: Knobs) throws(Complaint) -> EventLoop.Time {
    var slowdown = 1.0
    if let text = arguments.value("slow") {
      guard let factor = Double(text), (1...100).contains(factor) else {
        throw Complaint.usage("--slow takes a factor from 1 to 100, not '\(text)'")
      }
      slowdown = factor
    }
    let isExcerpt = lesson.excerpt(arguments) != nil
    switch arguments.value("time") ?? (isExcerpt || !knobs.turned.isEmpty ? "virtual" : "real") {
    case "real":
      guard !isExcerpt else { throw Complaint.usage("this is shown in virtual time; leave out --time real") }
      return .real(slowdown: slowdown)
    case "virtual":
      guard slowdown == 1 else {
        throw Complaint.usage(
          "virtual time is over at once and cannot be slowed down", advice: ["Use --slow with --time real."])
      }
      return .virtual
    case let other:
      let nearest = NearestName.of(other, among: ["real", "virtual"])
      throw Complaint.usage(
        "--time is real or virtual, not '\(other)'",
        advice: nearest.map { ["Did you mean --time \($0)?"] } ?? [])
    }
  }

  private var help: String {
    let entry = lesson.entry
    let options = lesson.options + Self.common + [Arguments.Option("help", help: "Show this help.")]
    let width = (knobOptions + options).map(\.spelling.count).max()! + 4
    func list(_ options: [Arguments.Option]) -> String {
      options.map {
        "  " + $0.spelling.padding(toLength: width - 2, withPad: " ", startingAt: 0) + $0.help
      }.joined(separator: "\n")
    }
    let knobs = """
      Knobs: turn the lecture's scenario, and see what becomes of it, in virtual time unless --time real
      is given. Times are in milliseconds.
      \(list(knobOptions))


      """
    return """
      \(entry.id): \(entry.title), lesson \(entry.number) of The Async Workbook

      Usage: \(entry.id) [knobs] [options]

      \(knobOptions.isEmpty ? "" : knobs)Options:
      \(list(options))

      Exit status: 0 all claims hold, 1 a claim fails, 64 wrong usage, 69 something is missing,
      74 the output could not be written.

      """
  }
}
