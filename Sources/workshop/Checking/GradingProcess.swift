import Console
import Foundation
import Processes
import Report
import Workbook

/// Judges an exercise in a process of its own, so that a learner's code may do anything: never end, print for ever, trap.
///
/// The process is the exercise's own program. When it has ended or used up its time or its output, nothing
/// of its process group is left.
struct GradingProcess: Sendable, Hashable {
  /// The exercise's program.
  var executable: URL
  /// Who is examined: `learner`, `solution` or the name of a known mistake.
  var candidate: String
  /// How long the process may run, on the wall.
  var timeLimit: Duration
  /// How much the learner's code may print, in bytes.
  var outputLimit: Int

  /// How much the process may print of its grade, in bytes: far more than any grade needs.
  static let gradeLimit = 1 << 20

  /// Creates a process that is not running yet.
  ///
  /// - Parameters:
  ///   - executable: the exercise's program.
  ///   - candidate: `learner`, `solution` or the name of a known mistake.
  ///   - timeLimit: how long the process may run, on the wall.
  ///   - outputLimit: how much the learner's code may print to standard output, and as much to standard error, in bytes.
  init(
    executable: URL, candidate: String = "learner", timeLimit: Duration = .milliseconds(4500),
    outputLimit: Int = 64 << 10
  ) {
    self.executable = executable
    self.candidate = candidate
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// Runs the process, and holds the calling thread until it has ended, which it does within the time limit.
  ///
  /// - Parameter isInterrupted: asked about a hundred times a second whether the process is to be killed.
  /// - Returns: the grade that the process printed under the seal that it was given; or that it crashed, timed out or flooded.
  /// - Throws: a ``Complaint`` if the executable cannot be started, or of the status `interrupted`.
  func run(isInterrupted: () -> Bool = { false }) throws(Complaint) -> Grade {
    let seal = GradeSeal()
    var program = Program(executable.path, ["--candidate", candidate, "--sealed"], timeLimit: timeLimit)
    program.outputLimit = outputLimit
    program.linesApart = LinesApart(startingWith: GradeSeal.lineStart, limit: Self.gradeLimit)
    program.endsIfItFloods = true
    // The runtime's backtrace says where in the learner's file it was; all the rest of it takes time and room.
    program.environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none,limit=32,output-to=stderr"
    let ended: ChildProcess.Outcome
    do {
      ended = try program.run(input: InputPipe(seal.text + "\n"), isInterrupted: isInterrupted)
    } catch {
      throw .unavailable(
        "\(executable.path) cannot be started: \(error)",
        advice: ["Build it first: swift build --product \(executable.lastPathComponent)"])
    }
    if ended.end == .interrupted { throw Complaint("interrupted", status: .interrupted) }
    return grade(ended, seal)
  }

  private func grade(_ ended: ChildProcess.Outcome, _ seal: GradeSeal) -> Grade {
    // The learner may print as well, before and, from a task that still runs, after.
    let (sealed, printed) = seal.open(ended.output)
    var grade: Grade
    switch ended.end {
    case .exited(let status):
      if status == 0, let decoded = sealed.flatMap(Self.decode) {
        grade = decoded
      } else {
        grade = Grade(
          status: .crashed, mistake: "ends-the-process",
          says: "Your code ended its process (exit status \(status)) before it could be judged."
            + Self.lastLines(of: ended.errors))
      }
    case .signalled(let signal):
      grade = Grade(
        status: .crashed, mistake: Self.isResumedTwice(ended.errors) ? "resumed-twice" : "crashes",
        says: Self.advice(on: ended.errors) + "Your code crashed (\(Self.name(ofSignal: signal)))."
          + Self.lastLines(of: ended.errors))
    case .timedOut:
      grade = Grade(
        status: .timedOut, mistake: "never-ends",
        says:
          "Your code was still running after \(timeLimit.inWords), and was stopped. No exercise takes more than a moment: "
          + "virtual time jumps over every wait. Look for a loop that never ends. A loop that waits by calling "
          + "`Task.yield()` is one, too: while it runs, virtual time stands still."
          + (Self.lastQuestion(in: ended.errors).map { " \($0)" } ?? ""))
    case .flooded, .interrupted:
      grade = Grade(
        status: .flooded, mistake: "prints-without-end",
        says:
          "Your code printed more than \(outputLimit >> 10) KiB, and was stopped. Look for a `print` in a loop that never ends."
      )
    }
    grade.says = PlainText.visible(grade.says)
    grade.printed = Self.excerpt(printed)
    return grade
  }

  /// The words are those of the runtime, about a checked continuation.
  private static func isResumedTwice(_ errors: String) -> Bool {
    errors.contains("tried to resume its continuation more than once")
  }

  private static func advice(on errors: String) -> String {
    isResumedTwice(errors)
      ? "You resumed a continuation twice. A continuation stands for one return, so it must be resumed exactly once: let one "
        + "place decide. "
      : ""
  }

  private static func decode(_ line: String) -> Grade? {
    try? JSONDecoder().decode(Grade.self, from: Data(line.utf8))
  }

  /// What the learner's own code printed, as far as one wants to see it.
  private static func excerpt(_ lines: [String]) -> String? {
    let text = lines.map { PlainText.visible($0).replacing("\t", with: "    ") }.joined(separator: "\n")
      .trimmingCharacters(in: .newlines)
    guard !text.isEmpty else { return nil }
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = shown.count - 20
    return shown.prefix(20).map { $0.prefix(200) }.joined(separator: "\n")
      + (rest > 0 ? "\n(and \(rest) more lines)" : "")
  }

  /// The last lines of standard error before the runtime's backtrace, and from that the place in the learner's file.
  private static func lastLines(of errors: String) -> String {
    // Behind its message the runtime may list the stack, addresses for the most part.
    let lines = errors.split(whereSeparator: \.isNewline).map { PlainText.visible(String($0)) }
      .filter { !$0.isEmpty && !$0.hasPrefix("swift-runtime: ") }
    var own = Array(lines.prefix { !$0.hasPrefix("*** ") && !$0.hasPrefix("Current stack trace") })
    own.removeAll { $0.hasPrefix(questionPrefix) }
    let place = lines.lazy.compactMap { line in
      // The path of a file within the checkout: /home/me/workbook/Lessons/01-…/Exercises/Bounded.swift:26:17
      line.firstMatch(of: /(Lessons\/[^\/ ]+\/Exercises\/\w+\.swift):(\d+)/).map { "\($0.1):\($0.2)" }
    }.first
    return (place.map { " It happened at \($0)." } ?? "")
      + (lastQuestion(in: errors).map { " \($0)" } ?? "")
      + own.suffix(3).map { "\n  \($0.prefix(300))" }.joined()
  }

  /// Of the questions that were asked, the last one: at that the code ended, or was still at work.
  private static func lastQuestion(in errors: String) -> String? {
    errors.split(whereSeparator: \.isNewline).last { $0.hasPrefix(questionPrefix) }.map {
      PlainText.visible(String($0))
    }
  }

  private static let questionPrefix = "The question was: "

  private static func name(ofSignal signal: Int32) -> String {
    let names = [
      SIGILL: "SIGILL, a trap", SIGTRAP: "SIGTRAP, a trap", SIGABRT: "SIGABRT",
      SIGSEGV: "SIGSEGV, often a recursion "
        + "without end", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGKILL: "SIGKILL, perhaps out of memory",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}

extension Duration {
  /// For a sentence, for example `5 seconds`.
  fileprivate var inWords: String {
    let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
    return seconds == 1
      ? "1 second" : "\(seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)") seconds"
  }
}
