package import Workload

/// Users of a ``Pool`` who ask again as soon as they have their answer.
///
///     var loop = ClosedLoop(users: 625, each: steps, on: .eventLoop)
///     loop.settle()
///     loop.measure(for: loop.wholeRounds(within: .seconds(1))) { visit in … }
package struct ClosedLoop {
  /// One attempt of a user.
  package struct Visit: Sendable, Hashable {
    package var start: Duration
    package var end: Duration
    /// Whether there was no room, and so no answer.
    package var isTurnedAway: Bool

    package var responseTime: Duration { end - start }
  }

  private var run: PoolRun
  private let pause: Duration
  /// When each user has asked.
  private var asked: [Duration]
  private let inside: Int
  /// When the last answer came.
  private var now = Duration.zero

  /// After how long everything repeats; `nil` if the loop has not settled.
  private var period: Duration?

  /// How long the last answer took.
  package private(set) var responseTime = Duration.zero

  /// - Parameters:
  ///   - users: how many there are, at least one.
  ///   - steps: what each of their requests does; it has to take some time.
  ///   - pool: where it does that. A user who was let in stays inside.
  ///   - spread: the time over which the first requests come, evenly one after another; `nil` for a request's own time.
  ///   - pause: after which pause a user who was turned away tries again.
  package init(
    users: Int, each steps: [Step], on pool: Pool, spread: Duration? = nil,
    pauseAfterRefusal pause: Duration = .milliseconds(10)
  ) {
    let ownTime = steps.reduce(.zero) { $0 + $1.duration }
    precondition(users > 0 && ownTime > .zero && pause > .zero, "without users or time nothing ever happens")
    run = PoolRun(pool, [steps], program: Array(repeating: 0, count: users), staysInside: true)
    asked = (0..<users).map { (spread ?? ownTime) * $0 / users }
    inside = min(users, pool.admitted ?? users)
    self.pause = pause
    for (user, instant) in asked.enumerated() { run.expect(user, at: instant) }
  }

  /// Goes on until everything is as it was some rounds before: from then on it repeats, and what is measured is exact.
  ///
  /// A round is an answer for each user who is inside. What was is remembered after 1, 2, 4, 8 … rounds (Brent's way to find a cycle).
  ///
  /// - Parameter rounds: how many to try at most.
  /// - Returns: whether it has settled.
  @discardableResult
  package mutating func settle(atMost rounds: Int = 100) -> Bool {
    var remembered: (state: PoolRun.State, instant: Duration)?
    for round in 1...rounds {
      var answers = 0
      while answers < inside {
        if !nextVisit(until: nil)!.isTurnedAway { answers += 1 }
      }
      guard rounds > 1 else { break }
      let state = run.state(at: now, asked)
      if let remembered, state == remembered.state {
        period = now - remembered.instant
        return true
      }
      if round.nonzeroBitCount == 1 { remembered = (state, now) }
    }
    return false
  }

  /// The longest time up to a given one after which everything repeats, at least once: then no end of a measurement cuts anything.
  /// Where the loop has not settled, as long as the last answer took.
  package func wholeRounds(within time: Duration) -> Duration {
    let round = period ?? responseTime
    return round * max(1, Int(time / round))
  }

  /// Hands out what ends from now on.
  package consuming func measure(for duration: Duration, _ body: (Visit) -> Void) {
    let end = now + duration
    let beginning = now
    while let visit = nextVisit(until: end) {
      if visit.end > beginning, visit.end <= end { body(visit) }
    }
  }

  /// The next that ends; `nil` if it only begins after an instant.
  private mutating func nextVisit(until end: Duration?) -> Visit? {
    while let event = run.nextEvent() {
      switch event {
      case .turnedAway(let user, let instant):
        if let end, instant > end { return nil }
        run.retry(user, at: instant + pause)
        return Visit(start: instant, end: instant, isTurnedAway: true)
      case .turn(let turn):
        if let end, turn.start > end { return nil }
        guard turn.isLast, run.bursts[turn.burst].wait == nil else { continue }
        let visit = Visit(start: asked[turn.client], end: turn.end, isTurnedAway: false)
        asked[turn.client] = turn.end
        run.restart(after: turn, at: turn.end)
        responseTime = visit.responseTime
        now = max(now, turn.end)
        return visit
      }
    }
    return nil
  }
}
