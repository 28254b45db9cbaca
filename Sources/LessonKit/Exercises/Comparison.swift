import Measurement

/// A candidate's trial beside that of the solution, under the same conditions and with the same seed.
package struct Comparison<Value: Sendable> {
  package let trial: Trial<Value>
  package let right: Trial<Value>
  /// The seed of both; `nil` where tasks that are ready run in the order in which they became so.
  package let seed: UInt64?
  private let function: String?

  /// - Parameters:
  ///   - function: what the lane is called that shows how long the candidate itself took; `nil` for no such lane.
  ///   - run: runs one of the two.
  package init<Function>(
    _ candidate: Function, with solution: Function, seed: UInt64?, showing function: String? = nil,
    run: (Function) -> Trial<Value>
  ) {
    // What keeps the thread does so every time; what only seemed to, on a busy machine, does not.
    var trial = run(candidate)
    for _ in 0..<3 where trial.keptTheThread > .zero { trial = run(candidate) }
    self.trial = trial
    right = run(solution)
    self.seed = seed
    self.function = function
  }

  /// A finding with both timelines.
  package func finding(_ outcome: Finding.Outcome, showing other: String? = nil) -> Finding {
    func timeline(_ trial: Trial<Value>) -> Timeline {
      (other ?? function).map(trial.timeline(with:)) ?? trial.timeline
    }
    var (yours, expected) = (timeline(trial), timeline(right))
    if yours == expected { (yours, expected) = (trial.closeUp, right.closeUp) }
    // Where only what was returned differs, no picture shows it: the words do.
    guard yours != expected else { return Finding(outcome, seed: seed) }
    return Finding(outcome, yours: yours, expected: expected, seed: seed)
  }

  /// The finding of a known mistake; `showing` names a lane for the candidate itself.
  package func mistake(_ name: String, _ detail: String = "", showing function: String? = nil) -> Finding {
    finding(.mistake(name, detail: detail), showing: function)
  }

  /// The finding of a mistake without a name.
  package func different(_ says: String) -> Finding { finding(.different(says)) }

  /// What is to be said of any candidate before its exercise looks closer; `nil` if nothing is.
  package var obstacle: Finding? { trial.obstacle.map { $0 == .toDo ? Finding($0) : finding($0) } }

  /// Both times, as a sentence.
  package var took: String {
    let (yours, others) = (trial.end.inWholeMilliseconds, right.end.inWholeMilliseconds)
    guard yours == others else { return "It took \(yours) instead of \(others)." }
    return trial.end > right.end
      ? "It took only a moment longer than it had to." : "Here that cost no time; with other times it would."
  }
}
