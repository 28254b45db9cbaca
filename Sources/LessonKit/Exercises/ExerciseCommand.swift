import Foundation
import Platform
import Report

/// What an exercise's program does for `lessons check`: judges a candidate, in a process that can be ended.
struct ExerciseCommand<Judged: Exercise> {
  /// Prints what was asked for as JSON, on a line of its own.
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
      try write(Judged.record)
    } else {
      let candidate = try candidate(arguments.value("candidate") ?? "learner")
      Confinement.begin()
      Watchdog.watch {
        let mistake = GeneralMistake.keepsTheThread
        try? write(Grade(status: .timedOut, mistake: mistake.rawValue, says: mistake.says))
        _exit(ExitStatus.done.rawValue)
      }
      try write(Judged.grade(candidate))
    }
    return .done
  }

  private var options: [Arguments.Option] {
    [
      Arguments.Option(
        "candidate", value: "WHO",
        help: "Judge learner (as usual), solution, or a known mistake by its name."),
      Arguments.Option("describe", help: "Print the hints and the names of the known mistakes."),
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
      let nearest = NearestName.of(who, among: Judged.mistakes.map(\.name) + ["learner", "solution"])
      throw .usage(
        "exercise \(Judged.name) has no known mistake '\(who)'",
        advice: [nearest.map { "Did you mean \($0)?" } ?? "--describe lists them."])
    }
  }
}

private func write(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  // The learner's code may have printed half a line before.
  StandardOutput.write("\n" + String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
}
