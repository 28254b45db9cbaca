import Console
import Foundation
import Platform
import Report

/// What an exercise's program does for `lessons check`: judges a candidate, in a process that can be ended.
struct ExerciseCommand<Judged: Exercise> {
  /// Prints what was asked for as JSON, on a line of its own; sealed, if the launcher asks for that.
  ///
  /// The exit status is 0 whatever the grade: that the process ended by itself is all that it says.
  func run(_ words: [String]) throws -> ExitStatus {
    let arguments = try Arguments(words, options: options)
    guard arguments.operands.isEmpty else {
      throw Complaint.usage("an exercise takes options only, not '\(arguments.operands[0])'")
    }
    if arguments.has("help") {
      StandardOutput.write(help)
    } else if arguments.has("describe") {
      StandardOutput.write(try json(Judged.record) + "\n")
    } else {
      let candidate = try candidate(arguments.value("candidate") ?? "learner")
      // Nothing of the learner's has run yet.
      let output = try GradeOutput(isSealed: arguments.has("sealed"))
      Confinement.begin()
      Watchdog.watch {
        let mistake = GeneralMistake.keepsTheThread
        output.write(Grade(status: .timedOut, mistake: mistake.rawValue, says: mistake.says))
        _exit(ExitStatus.done.rawValue)
      }
      guard output.write(Judged.grade(candidate)) else { return .outputFailed }
    }
    return .done
  }

  private var options: [Arguments.Option] {
    [
      Arguments.Option(
        "candidate", value: "WHO",
        help: "Judge learner (as usual), solution, a known mistake by its name, or evasion/NAME."),
      Arguments.Option("describe", help: "Print the hints and the names of the known mistakes."),
      Arguments.Option(
        "sealed",
        help: "Read a seal from standard input, and print the grade under it, as 'lessons check' asks."),
    ]
  }

  private var help: String {
    """
    exercise-\(Judged.name) judges the exercise and prints its grade as JSON; 'lessons check \(Judged.name)' shows it.

    \(options.map { "  \($0.spelling)  \($0.help)" }.joined(separator: "\n"))

    """
  }

  private func candidate(_ who: String) throws(Complaint) -> Judged.Function {
    switch who {
    case "learner": return Judged.learner
    case "solution": return Judged.solution
    default:
      if let mistake = Judged.mistakes.first(where: { $0.name == who }) { return mistake.function }
      if let evasion = Judged.evasions?.functions.first(where: { "evasion/\($0.key)" == who }) {
        return evasion.value
      }
      let nearest = NearestName.of(who, among: Judged.mistakes.map(\.name) + ["learner", "solution"])
      throw .usage(
        "exercise \(Judged.name) has no known mistake '\(who)'",
        advice: [nearest.map { "Did you mean \($0)?" } ?? "--describe lists them."])
    }
  }
}

/// Where the grade is written to, out of reach of the learner's code.
private struct GradeOutput: Sendable {
  private let seal: GradeSeal?
  private let output = StandardOutput.Kept()

  /// - Parameter isSealed: whether there is a seal on standard input; it is read here, and never again.
  init(isSealed: Bool) throws(Complaint) {
    guard isSealed else {
      seal = nil
      return
    }
    guard let seal = GradeSeal(StandardInput.takeLine()) else {
      throw .usage(
        "--sealed needs a seal of 32 hexadecimal digits on standard input",
        advice: ["Leave it out to see the grade as it is."])
    }
    self.seal = seal
  }

  /// Writes a grade; false if that cannot be done.
  @discardableResult
  func write(_ grade: Grade) -> Bool {
    guard let text = try? json(grade) else { return false }
    // The learner's code may have printed half a line before.
    return (seal?.lines(sealing: text) ?? [text]).allSatisfy { output.write("\n\($0)\n") }
  }
}

private func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
