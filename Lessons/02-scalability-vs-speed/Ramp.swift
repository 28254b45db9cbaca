/// Ever more users, until a server's performance degrades.
struct Ramp: Sendable {
  /// What was measured, in the order of the users.
  var samples: [Sample] = []
  /// The most users with whom the objective was met; 0 for none.
  var capacity = 0
  /// The fewest users with whom it was not; `nil` if the ramp ended before.
  var degraded: Int?

  // [00:39] [00:43] [01:00] [01:02] The knee lies between the last step that met the objective and the first that did not.
  init(_ steps: [Int], _ objective: Objective, measure: (Int) throws -> Sample) rethrows {
    for users in steps {
      let sample = try measure(users)
      samples.append(sample)
      guard objective.isMet(by: sample) else {
        degraded = users
        return
      }
      capacity = users
    }
  }

  /// Doubles the users until the objective is not met, and then halves the gap until it has closed.
  init(to most: Int, _ objective: Objective, exactly measure: (Int) throws -> Sample) rethrows {
    try self.init(
      Array(sequence(first: 1) { $0 < most ? min(most, $0 * 2) : nil }), objective, measure: measure)
    while let bad = degraded, bad - capacity > 1 {
      let sample = try measure((capacity + bad) / 2)
      samples.append(sample)
      if objective.isMet(by: sample) { capacity = sample.users } else { degraded = sample.users }
    }
    samples.sort { $0.users < $1.users }
  }

  /// The measurement with so many users, if there is one.
  subscript(users: Int) -> Sample? { samples.first { $0.users == users } }
}
