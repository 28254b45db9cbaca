import Console
import EventLoop
import Foundation
import Platform
package import Report

/// A function for the learner to complete, with all that is needed to judge it.
///
/// It is a program of its own, whose type is marked with `@main`; the command line comes with it. A candidate is any function
/// of the exercise's type: the learner's own, the solution, a known mistake. All of them go through the same examination,
/// which judges what they do, never how they are written.
package protocol Exercise {
  /// What a candidate is.
  associatedtype Function: Sendable

  /// The name within the workbook, for example `two-calls`.
  static var name: String { get }
  /// Hints, from the first nudge to all but the answer.
  static var hints: [String] { get }
  /// The function in the learner's file.
  static var learner: Function { get }
  /// A right answer.
  static var solution: Function { get }
  /// Wrong answers, each of which the examination finds out under its name.
  static var mistakes: [Mistake<Function>] { get }
  /// Answers that do not try, none of which the examination takes for right.
  static var evasions: Evasions<Function>? { get }
  /// What a right answer has shown, another way to write it with what that costs, and the next idea; empty where the examination's
  /// remark says so.
  static var success: String { get }
  /// Judges a candidate by what it does.
  static func examine(_ candidate: Function) -> Finding
}

extension Exercise {
  package static var evasions: Evasions<Function>? { nil }
  package static var success: String { "" }

  /// Examines a candidate, in this process: one that never ends keeps the caller waiting for ever.
  package static func grade(_ candidate: Function) -> Grade {
    Grade(examine(candidate), mistakes: mistakes, success: success)
  }

  /// What the launcher has to know of the exercise.
  package static var record: ExerciseRecord {
    ExerciseRecord(
      name: name, hints: hints, mistakes: mistakes.map(\.name),
      mistakeHints: Dictionary(
        mistakes.compactMap { mistake in mistake.hint.map { (mistake.name, $0) } },
        uniquingKeysWith: { first, _ in first }),
      evasions: evasions?.functions.keys.sorted() ?? [])
  }

  /// Judges a candidate as the command line says, and ends the program.
  package static func main() {
    ExitStatus.end("exercise-\(name)") { try ExerciseCommand<Self>().run($0) }
  }

  /// Notes on standard error what a candidate is given next, as part of a sentence: where it crashes, that is what the last note says.
  package static func note(question: String) { StandardOutput.writeError("The question was: \(question).\n") }
}

/// A wrong answer that people really give.
package struct Mistake<Function: Sendable>: Sendable {
  /// The name of the misconception, for example `awaits-in-the-loop`.
  package var name: String
  /// What the learner is told: what the code does, why that is not what was asked for, and what to do instead.
  package var says: String
  /// A question or a small example that helps out of just this mistake, before the exercise's other hints; `nil` for none.
  package var hint: String?
  /// A function that makes the mistake.
  package var function: Function

  package init(_ name: String, says: String, hint: String? = nil, _ function: Function) {
    self.name = name
    self.says = says
    self.hint = hint
    self.function = function
  }
}
