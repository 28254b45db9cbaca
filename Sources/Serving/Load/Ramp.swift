/// Finds the knee: puts ever more users on a server until it breaks its objective, then closes in on the number.
package struct Ramp: Sendable {
  /// What has to be kept.
  package var objective: Objective
  /// The number of users to begin with.
  package var first = 1
  /// The greatest number of users to try.
  package var most: Int
  /// How near the two numbers around the knee come, as a share of the lower one.
  package var resolution = 0.1
  /// How often a number of users is tried before it counts as too many. Noise only ever adds delay, so one load that keeps
  /// the objective proves that the number can be held; one that does not may have had bad luck. In virtual time 1 is enough,
  /// and so it is where a user was turned away, or half of the answers came too late: noise makes the tail longer, it does not turn
  /// away, and it does not touch the half.
  package var attempts = 3
  /// By how much the number grows from load to load until one breaks the objective.
  package var growth = 2.0

  package init(_ objective: Objective, most: Int) {
    self.objective = objective
    self.most = most
  }

  // [scalability-vs-speed 01:00] [scalability-vs-speed 01:02] More users, and more, until they are too many; then closer.
  /// Finds the knee.
  ///
  /// - Parameters:
  ///   - progress: is told of every load as it ends.
  ///   - load: puts this number of users on the server; a ``LoadFailure`` ends the ramp.
  package func findKnee(
    progress: (Knee.Sample) -> Void = { _ in }, _ load: (_ users: Int) throws -> LoadResult
  ) rethrows -> Knee {
    var knee = Knee(objective: objective, holds: 0, breaks: nil, samples: [])
    func holds(_ users: Int) throws -> Bool? {
      for _ in 0..<attempts {
        let result: LoadResult
        do { result = try load(users) } catch let failure as LoadFailure {
          knee.endedBy = failure
          return nil
        }
        let sample = Knee.Sample(users: users, result: result, isMet: objective.isMet(by: result))
        knee.samples.append(sample)
        progress(sample)
        if sample.isMet { return true }
        if result.turnedAway > 0 || result.responseTimes.percentile(0.5) > objective.responseTime {
          return false
        }
      }
      return false
    }
    func note(_ users: Int) throws -> Bool {
      guard let isHeld = try holds(users) else { return false }
      if isHeld { knee.holds = users } else { knee.breaks = users }
      return true
    }
    var users = first
    while knee.breaks == nil, users <= most {
      guard try note(users), users < most else { break }
      users = min(most, max(users + 1, Int(Double(users) * growth)))
    }
    while let upper = knee.breaks, upper - knee.holds > max(1, Int(resolution * Double(knee.holds))) {
      // The geometric mean: the numbers are known by their ratio.
      let middle = Int((Double(max(1, knee.holds)) * Double(upper)).squareRoot())
      let next = min(upper - 1, max(knee.holds + 1, middle))
      guard try note(next) else { break }
    }
    return knee
  }
}
