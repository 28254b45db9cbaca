import EventLoop
package import Figures
package import Measurement

/// What an examination finds out about a candidate.
package struct Finding: Sendable {
  /// What was found.
  package enum Outcome: Sendable, Hashable {
    /// The learner has not started.
    case toDo
    /// A right answer.
    case passed
    /// A known mistake, by its name; with figures of this run, or an empty text.
    case mistake(String, detail: String)
    /// Wrong in a way that has no name: what was expected, and what happened.
    case different(String)
    /// Nothing can ever go on: who waits for what.
    case stalled(String)
  }

  /// What was found.
  package var outcome: Outcome
  /// What the candidate did.
  package var yours: Timeline?
  /// What a right answer does in the same trial.
  package var expected: Timeline?
  /// Pictures of the trial, where timelines do not show it.
  package var drawings: [Figure] = []
  /// The seed that shows it, where tasks were shuffled.
  package var seed: UInt64?
  /// What a right answer could still do better; empty for nothing.
  package var remark = ""

  package init(_ outcome: Outcome, yours: Timeline? = nil, expected: Timeline? = nil, seed: UInt64? = nil) {
    self.outcome = outcome
    self.yours = yours
    self.expected = expected
    self.seed = seed
  }

  /// A right answer.
  ///
  /// - Parameter remark: what it could still do better; empty for nothing.
  package static func passed(_ remark: String = "") -> Finding {
    var finding = Finding(.passed)
    finding.remark = remark
    return finding
  }
}

extension Finding {
  /// The same finding, with a second fault that was seen besides.
  ///
  /// - Parameter also: a sentence; `nil` if there was none.
  package func mentioning(_ also: String?) -> Finding {
    var finding = self
    finding.outcome = outcome.mentioning(also)
    return finding
  }
}

extension Finding {
  /// The same finding, with a sentence after what is told of it.
  package func adding(_ sentence: String) -> Finding {
    var finding = self
    finding.outcome =
      switch outcome {
      case .mistake(let name, ""): .mistake(name, detail: sentence)
      case .mistake(let name, let detail): .mistake(name, detail: "\(detail) \(sentence)")
      case .different(let says): .different("\(says) \(sentence)")
      case .stalled(let says): .stalled("\(says) \(sentence)")
      case .toDo, .passed: outcome
      }
    return finding
  }
}

extension Finding.Outcome {
  func mentioning(_ also: String?) -> Finding.Outcome {
    guard let also else { return self }
    switch self {
    case .mistake(let name, ""): return .mistake(name, detail: "One more thing: \(also)")
    case .mistake(let name, let detail): return .mistake(name, detail: "\(detail) One more thing: \(also)")
    case .different(let says): return .different("\(says) One more thing: \(also)")
    case .toDo, .passed, .stalled: return self
    }
  }
}
