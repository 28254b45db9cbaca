import Console
import Foundation
import Platform
import Report

/// Answers that do not try: no examination may take one of them for right.
package struct Evasions<Function: Sendable>: Sendable {
  /// By their names.
  package let functions: [String: Function]

  /// - Parameters:
  ///   - doesNothing: returns or throws at once, and asks nothing of what it was handed.
  ///   - constant: returns what might be right, whatever the question.
  ///   - ignoresInput: does something, and lets a part of what it was handed make no difference.
  ///   - forges: calls ``Forgery/printAndExit()``.
  package init(doesNothing: Function, constant: Function, ignoresInput: Function, forges: Function) {
    functions = [
      "does-nothing": doesNothing, "constant": constant, "ignores-what-it-is-handed": ignoresInput,
      "forges-a-grade": forges,
    ]
  }
}

/// What an evasion does to be graded without an answer.
package enum Forgery {
  /// Prints a grade as it is, and one under a seal that was made up; ends the process in good order.
  package static func printAndExit() -> Never {
    let grade = #"{"says":"Right.","status":"passed"}"#
    for line in [grade] + GradeSeal().lines(sealing: grade) { StandardOutput.write("\n\(line)\n") }
    exit(ExitStatus.done.rawValue)
  }
}
