/// How many users a server holds until it degrades, between two numbers that were tried.
package struct Knee: Sendable, Hashable, CustomStringConvertible {
  /// One load of the ramp.
  package struct Sample: Sendable, Hashable {
    /// How many users there were.
    package var users: Int
    /// What came of it.
    package var result: LoadResult
    /// Whether that kept the objective.
    package var isMet: Bool
  }

  /// The objective.
  package var objective: Objective
  /// The greatest number of users for which the objective was kept; 0 if it was for none.
  package var holds: Int
  /// The least number above it for which it was not; `nil` if the ramp ended before.
  package var breaks: Int?
  /// What ended the ramp before the server did; the knee lies at ``holds`` or above.
  package var endedBy: LoadFailure?
  /// All loads, in the order of the ramp.
  package var samples: [Sample]

  /// Adds a load that was tried besides; what the ramp found stays as it is.
  package mutating func add(_ result: LoadResult, users: Int) {
    samples.append(Sample(users: users, result: result, isMet: objective.isMet(by: result)))
  }

  /// The best load of each number of users, in order of the users: noise only ever adds delay.
  package var best: [Sample] {
    Dictionary(grouping: samples, by: \.users).values.compactMap { same in
      same.min { one, other in
        if one.isMet != other.isMet { return one.isMet }
        return one.result.responseTimes.percentile(objective.percentile)
          < other.result.responseTimes.percentile(objective.percentile)
      }
    }.sorted { $0.users < $1.users }
  }

  /// The best load with this number of users; `nil` if none was tried.
  package subscript(users: Int) -> LoadResult? { best.first { $0.users == users }?.result }

  /// How many loads with this number of users kept the objective, and how many there were.
  package func verdicts(at users: Int) -> (kept: Int, of: Int) {
    let here = samples.filter { $0.users == users }
    return (here.count { $0.isMet }, here.count)
  }

  /// The knee in words, and how sure it is.
  package var description: String {
    let (kept, tried) = verdicts(at: holds)
    let below = holds == 0 ? "not even 1 user" : "\(holds) users (\(kept) of \(tried) loads)"
    guard let breaks else { return "\(objective): \(below), and no end found" }
    let (keptAbove, triedAbove) = verdicts(at: breaks)
    return
      "\(objective): kept by \(below), broken by \(breaks) (\(triedAbove - keptAbove) of \(triedAbove) loads)"
  }
}
