import EventLoop

/// One run of a plan on an event loop, in real or in virtual time. All of it happens on the loop's thread.
final class LoadRun: @unchecked Sendable {
  private let loop: EventLoop
  private let plan: LoadPlan
  private let makeClient: () -> any LoadClient
  private let progress: @Sendable (LoadProgress) -> Void

  private var result = LoadResult()
  private var answered = 0
  private var unanswered = 0
  private var begin = Duration.zero
  private var countedFrom = Duration.zero
  private var end = Duration.zero
  /// Tasks that have not ended, and what waits for the last of them.
  private var running = 0
  private var whenAllEnded: UnsafeContinuation<Void, Never>?

  init(
    _ plan: LoadPlan, on loop: EventLoop, progress: @escaping @Sendable (LoadProgress) -> Void,
    makeClient: @escaping () -> any LoadClient
  ) {
    self.plan = plan
    self.loop = loop
    self.progress = progress
    self.makeClient = makeClient
  }

  private var now: Duration { loop.clock.now.offset }

  /// Runs the plan. To be called on the loop.
  func run() async throws -> LoadResult {
    begin = now
    countedFrom = begin + plan.warmUp
    end = countedFrom + plan.duration
    let reporter = Task(executorPreference: loop) { [self] in try await report() }
    switch plan.arrivals {
    case .closed(let users, let pause):
      for index in 0..<users { start { [self] in try await beUser(index, of: users, pause: pause) } }
    case .open(let rate): try await arrive(perSecond: rate)
    }
    await allEnded()
    reporter.cancel()
    _ = await reporter.result
    result.elapsed = plan.duration
    return result
  }

  // MARK: Closed loop

  private nonisolated(nonsending) func beUser(_ index: Int, of users: Int, pause: Duration) async throws {
    let client = makeClient()
    defer { client.close() }
    // Spread over the first part of the warm-up, or of the pause: nobody presses the button all at once.
    let spread = max(plan.warmUp / 2, pause)
    try await loop.sleep(for: spread * Double(index) / Double(users))
    while now < end {
      let outcome = await ask(client, since: now)
      if outcome == .turnedAway { try await loop.sleep(for: plan.pauseAfterRefusal) }
      if pause > .zero { try await loop.sleep(for: pause) }
    }
  }

  // MARK: Open loop

  /// Starts each request at the moment that chance has set, also when the ones before it are late.
  private func arrive(perSecond rate: Double) async throws {
    let pool = ClientPool(atMost: plan.connections, makeClient)
    var chance = Chance(seed: plan.seed)
    var intended = begin
    while true {
      intended += .seconds(chance.exponential() / rate)
      guard intended < end else { break }
      if intended > now { try await loop.sleep(until: LoopClock.Instant(offset: intended)) }
      let moment = intended
      start { [self] in
        let client = await pool.take()
        _ = await ask(client, since: moment)
        pool.give(client)
      }
    }
    await allEnded()
    pool.close()
  }

  // MARK: Counting

  private nonisolated(nonsending) func ask(_ client: any LoadClient, since start: Duration) async -> Outcome {
    let (received, finish) = await client.ask(until: start + plan.deadline)
    // Where the generator itself was held up, an answer may be there although its deadline is over: it is late all the same.
    let outcome = finish > start + plan.deadline ? .timedOut : received
    if outcome == .answered { answered += 1 } else { unanswered += 1 }
    if outcome == .answered, finish >= countedFrom, finish < end { result.answeredMeanwhile += 1 }
    guard start >= countedFrom, start < end else { return outcome }
    switch outcome {
    case .answered: result.responseTimes.record(finish - start)
    case .timedOut: result.timedOut += 1
    case .turnedAway: result.turnedAway += 1
    case .failed: result.failed += 1
    }
    return outcome
  }

  private nonisolated(nonsending) func report() async throws {
    while true {
      let share = min(1, (now - begin) / (end - begin))
      progress(LoadProgress(share: share, answered: answered, unanswered: unanswered))
      try await loop.sleep(for: max(.milliseconds(100), (end - begin) / 50))
    }
  }

  // MARK: Tasks

  private func start(_ body: @escaping @Sendable () async throws -> Void) {
    running += 1
    Task(executorPreference: loop) { [self] in
      try? await body()
      running -= 1
      if running == 0 { whenAllEnded.take()?.resume() }
    }
  }

  private nonisolated(nonsending) func allEnded() async {
    guard running > 0 else { return }
    await withUnsafeContinuation { whenAllEnded = $0 }
  }
}
