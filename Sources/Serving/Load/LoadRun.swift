import EventLoop

/// One run of a plan on an event loop. All of it happens on the loop's thread.
final class LoadRun: @unchecked Sendable {
  private let loop: EventLoop
  private let plan: LoadPlan
  private let request: [UInt8]
  private let makeConnection: () -> ClientConnection
  private let progress: @Sendable (LoadProgress) -> Void

  private var result = LoadResult()
  private var answered = 0
  private var unanswered = 0
  private var begin = Duration.zero
  private var counted = Duration.zero..<Duration.zero

  init(
    _ plan: LoadPlan, on loop: EventLoop, progress: @escaping @Sendable (LoadProgress) -> Void,
    makeConnection: @escaping () -> ClientConnection
  ) {
    self.plan = plan
    self.loop = loop
    self.progress = progress
    self.makeConnection = makeConnection
    request = HTTPClient.request(plan.target)
  }

  private var now: Duration { loop.clock.now.offset }

  /// Runs the plan. To be called on the loop.
  ///
  /// - Throws: ``LoadFailure`` as soon as the generator itself cannot go on.
  func run() async throws -> LoadResult {
    begin = now
    counted = begin + plan.warmUp..<begin + plan.warmUp + plan.duration
    let reporter = Task(executorPreference: loop) { [self] in try await report() }
    let pool = ConnectionPool(atMost: plan.connections, makeConnection)
    defer { pool.close() }
    var failure: (any Error)?
    do {
      // A task that throws cancels all others: what they wait for may never come.
      try await withThrowingDiscardingTaskGroup { group in
        switch plan.arrivals {
        case .closed(let users, let pause):
          for index in 0..<users {
            group.addTask(executorPreference: loop) { [self] in
              try await beUser(index, of: users, pause: pause)
            }
          }
        case .open: try await arrive(with: pool, in: &group)
        }
      }
    } catch {
      failure = error
    }
    reporter.cancel()
    _ = await reporter.result
    if let failure { throw failure }
    result.elapsed = plan.duration
    return result
  }

  // MARK: Closed loop

  private nonisolated(nonsending) func beUser(_ index: Int, of users: Int, pause: Duration) async throws {
    let connection = makeConnection()
    defer { connection.close() }
    // Spread over the first part of the warm-up, or of the pause: real users do not press the button all at once.
    let spread = max(plan.warmUp / 2, pause)
    try await loop.sleep(for: spread * Double(index) / Double(users))
    while now < counted.upperBound {
      let outcome = try await ask(connection, since: now)
      if outcome == .turnedAway { try await loop.sleep(for: plan.pauseAfterRefusal) }
      if pause > .zero { try await loop.sleep(for: pause) }
    }
  }

  // MARK: Open loop

  /// Starts each request at the moment that chance has set, also when the ones before it are late.
  private func arrive(
    with pool: ConnectionPool, in group: inout ThrowingDiscardingTaskGroup<any Error>
  ) async throws {
    for moment in plan.moments where !group.isCancelled {
      let intended = begin + moment
      if intended > now { try await loop.sleep(until: LoopClock.Instant(offset: intended)) }
      group.addTask(executorPreference: loop) { [self] in
        let connection = await pool.take()
        defer { pool.give(connection) }
        _ = try await ask(connection, since: intended)
      }
    }
  }

  // MARK: Counting

  /// - Parameter start: when the request should have begun.
  /// - Throws: ``LoadFailure`` if the generator itself was kept from asking; `CancellationError` if another request was.
  private nonisolated(nonsending) func ask(
    _ connection: ClientConnection, since start: Duration
  ) async throws -> LoadResult.Outcome {
    var outcome: LoadResult.Outcome
    do throws(ClientError) {
      let response = try await connection.exchange(request, until: .init(offset: start + plan.deadline))
      let code = response.status.code
      outcome = code == 503 ? .turnedAway : (200..<400).contains(code) ? .answered : .failed
    } catch {
      switch error {
      case .timedOut: outcome = .timedOut
      case .cannotConnect(let error):
        if let failure = LoadFailure(ownSideOf: error) { throw failure }
        outcome = .turnedAway
      case .broken:
        try Task.checkCancellation()
        outcome = .failed
      }
    }
    let end = now
    outcome = outcome.judged(took: end - start, deadline: plan.deadline)
    if outcome == .answered { answered += 1 } else { unanswered += 1 }
    if outcome == .answered, counted.contains(end) { result.answeredMeanwhile += 1 }
    if counted.contains(start) { result.count(outcome, took: end - start, deadline: plan.deadline) }
    return outcome
  }

  private nonisolated(nonsending) func report() async throws {
    let whole = counted.upperBound - begin
    while true {
      let share = min(1, (now - begin) / whole)
      progress(LoadProgress(share: share, answered: answered, unanswered: unanswered))
      try await loop.sleep(for: max(.milliseconds(100), whole / 50))
    }
  }
}
