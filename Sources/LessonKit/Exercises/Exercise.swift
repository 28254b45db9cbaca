public import Report

/// A function for the learner to complete, with all that is needed to judge it.
///
/// A candidate is any function of the exercise's type: the learner's own, the solution, a known mistake. All of them go
/// through the same examination, which judges what they do, never how they are written.
public struct Exercise: Sendable {
  /// The name within the lesson, for example `two-calls`.
  public var name: String
  /// What the learner is asked to do, in one sentence.
  public var question: String
  /// The name of the learner's file in the lesson's folder `Exercises`; the solution's stands in `Solutions`.
  public var file: String
  /// Hints, from the first nudge to all but the answer.
  public var hints: [String]
  /// What people who get it wrong usually do, without the functions that do it.
  public var mistakes: [(name: String, says: String)]

  private let judge: @Sendable (Candidate) -> Grade

  /// Who is examined.
  public enum Candidate: Sendable, Hashable {
    /// The function in the learner's file.
    case learner
    /// The function in the solution's file.
    case solution
    /// The function that makes a known mistake.
    case mistake(String)
  }

  /// Creates an exercise.
  ///
  /// - Parameters:
  ///   - name: the name within the lesson.
  ///   - question: what the learner is asked to do, in one sentence.
  ///   - file: the name of the learner's file.
  ///   - hints: from the first nudge to all but the answer.
  ///   - learner: the function in the learner's file.
  ///   - solution: a right answer.
  ///   - mistakes: wrong answers, each of which the examination finds out under its name.
  ///   - examine: judges a candidate.
  public init<Function: Sendable>(
    _ name: String, question: String, file: String, hints: [String], learner: Function, solution: Function,
    mistakes: [Mistake<Function>], examine: @escaping @Sendable (Function) -> Finding
  ) {
    self.name = name
    self.question = question
    self.file = file
    self.hints = hints
    self.mistakes = mistakes.map { ($0.name, $0.says) }
    judge = { candidate in
      let function: Function? =
        switch candidate {
        case .learner: learner
        case .solution: solution
        case .mistake(let name): mistakes.first { $0.name == name }?.function
        }
      guard let function else { return Grade(status: .wrong, says: "there is no such candidate") }
      return Grade(examine(function), mistakes: mistakes.map { ($0.name, $0.says) })
    }
  }

  /// Examines a candidate, in this process: one that never ends keeps the caller waiting for ever.
  public func grade(_ candidate: Candidate = .learner) -> Grade { judge(candidate) }
}

/// A wrong answer that people really give.
public struct Mistake<Function: Sendable>: Sendable {
  /// The name of the misconception, for example `awaits-in-the-loop`.
  public var name: String
  /// What the learner is told: what the code does, and why that is not what was asked for.
  public var says: String
  /// A function that makes the mistake.
  public var function: Function

  /// Creates a mistake.
  public init(_ name: String, says: String, _ function: Function) {
    self.name = name
    self.says = says
    self.function = function
  }
}
