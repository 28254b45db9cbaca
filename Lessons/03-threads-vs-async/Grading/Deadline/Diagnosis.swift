import EventLoop
import LessonKit
import Measurement
import Platform

extension DeadlineGrading {
  private static let limit = Duration.milliseconds(100)

  static func examine(_ candidate: @escaping Function) -> Finding {
    let seeds = [nil, 1, 2, 3, 4, 5, 6, 7, 8] as [UInt64?]
    for seed in seeds {
      for judge in [judgeInTime, judgeTooLate, judgeShorter, judgeError, judgeCancelled, judgeAtOnce] {
        if let finding = judge(candidate, seed) {
          return finding.mentioning(alsoSeen(candidate, finding, seed))
        }
      }
    }
    let busy = judgeBusy(candidate, seeds)
    guard busy.outcome == .passed else { return busy }
    return seeds.lazy.compactMap { judgeLoser(candidate, $0) }.first ?? busy
  }

  /// The response comes before the deadline.
  private static func judgeInTime(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    judge(candidate, takes: 60, seed)
  }

  /// The response is there at once.
  private static func judgeAtOnce(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    judge(candidate, takes: 0, seed)
  }

  private static func judge(_ candidate: @escaping Function, takes milliseconds: Int, _ seed: UInt64?)
    -> Finding?
  {
    let both = compare(candidate, takes: milliseconds, seed: seed)
    if let obstacle = obstacle(both) { return obstacle }
    let (trial, right) = (both.trial, both.right)
    let response = "The response came after \(right.end.inWholeMilliseconds)"
    let end = trial.end.inWholeMilliseconds
    if let start = trial.calls.first?.start, start > .zero {
      return both.mistake(
        "delays-the-operation",
        "You ran the operation at \(start.inWholeMilliseconds), and could have at 0 ms.")
    }
    guard let value = trial.value else {
      let detail = "\(response), and you threw \(trial.error!) after \(end)."
      guard trial.error is TimedOut else { return both.mistake("invents-an-error", detail) }
      return both.mistake(trial.end < right.end ? "wrong-limit" : "times-out-anyway", detail)
    }
    if value != right.value {
      return both.mistake(
        "makes-a-response-up",
        "The operation returned \"\(right.value!.greeting)\", and you \"\(value.greeting)\".")
    }
    if trial.running.contains(where: { $0.lane == 0 }) {
      return both.mistake("makes-a-response-up", "You returned after \(end), before the operation did.")
    }
    if trial.end >= limit {
      return both.mistake("waits-for-both", "\(response), and you returned after \(end).")
    }
    if let leak = trial.leak {
      // Where the operation runs on as well, that is the better picture.
      let late = judgeTooLate(candidate, seed)
      if case .mistake("loser-runs-on", _) = late?.outcome { return late }
      return both.mistake("loser-runs-on", leak)
    }
    return late(both)
  }

  /// The response would come after the deadline.
  private static func judgeTooLate(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    let both = compare(candidate, takes: 250, seed: seed)
    if let obstacle = obstacle(both) { return obstacle }
    let trial = both.trial
    let deadline = "The deadline was at \(limit.inWholeMilliseconds)"
    guard let error = trial.error else {
      // Perhaps there is a deadline, by another clock. Only where the loop has nothing to do, that one is waited for.
      let endless = compare(candidate, takes: nil, seed: seed)
      if endless.trial.escape == .slept, let obstacle = obstacle(endless) { return obstacle }
      let hasResponse = trial.calls.contains { $0.outcome == .returned }
      return both.mistake(
        hasResponse ? "no-deadline" : "makes-a-response-up",
        "\(deadline), and you returned a response after \(trial.end.inWholeMilliseconds).")
    }
    let detail = "\(deadline), and you threw at \(trial.end.inWholeMilliseconds)."
    guard error is TimedOut else {
      return both.mistake(
        "throws-another-error", "\(deadline), and you threw \(error) after \(trial.end.inWholeMilliseconds).")
    }
    if trial.end < limit { return both.mistake("wrong-limit", detail) }
    if trial.end > limit { return both.mistake(lateness(candidate, both, seed), detail) }
    return trial.leak.map { both.mistake("loser-runs-on", $0) }
  }

  /// The operation is cancelled at the deadline, and then answers all the same, or fails in its own way.
  private static func judgeLoser(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    for end in [Ending.answers, .fails] {
      let both = compare(candidate, takes: 250, whenCancelled: end, seed: seed)
      if let obstacle = obstacle(both) { return obstacle }
      let trial = both.trial
      if trial.error is TimedOut { continue }
      let yours = trial.error.map { "threw \($0)" } ?? "returned its response"
      return both.mistake(
        "heeds-the-loser",
        "The operation, cancelled at the deadline, \(end == .answers ? "answered" : "failed in its own way"), and you \(yours)."
      )
    }
    return nil
  }

  /// What an operation does that is cancelled.
  private enum Ending { case isCancelled, answers, fails }

  /// Why it threw after the deadline.
  private static func lateness(_ candidate: @escaping Function, _ both: Comparison<Response>, _ seed: UInt64?)
    -> String
  {
    let trial = both.trial
    if trial.calls.contains(where: { $0.outcome == .returned }) {
      if !hasTimer(candidate, seed) { return "looks-afterwards" }
      // A child is cancelled with its parent; a task of its own is not, and `cancelAll()` does not reach it either.
      let cancelled = compare(candidate, takes: 250, cancelledAfter: .milliseconds(40), seed: seed).trial
      return cancelled.calls.contains { $0.outcome == .cancelled }
        ? "waits-for-both" : "shields-the-operation"
    }
    if trial.end - limit < .milliseconds(3), trial.end - limit > .zero { return "guesses-the-time" }
    // What begins too late is late by as much for any limit.
    let shorter = compare(candidate, takes: 250, limit: limit / 2, seed: seed).trial
    return trial.end - limit == shorter.end - limit / 2 ? "starts-too-late" : "wrong-limit"
  }

  /// Whether anything besides the operation sleeps while the operation runs.
  private static func hasTimer(_ candidate: @escaping Function, _ seed: UInt64?) -> Bool {
    let sleepers = Guarded(0)
    _ = run(candidate, takes: 250, limit: limit, seed: seed) { loop in
      try await loop.sleep(for: limit / 2)
      sleepers.withLock { $0 = loop.unfinished.sleeping }
    }
    return sleepers.withLock { $0 } > 1
  }

  /// The deadline is another one.
  private static func judgeShorter(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    let both = compare(candidate, takes: 250, limit: limit / 2, seed: seed)
    if let obstacle = obstacle(both) { return obstacle }
    guard both.trial.end != both.right.end else { return nil }
    return both.mistake(
      "wrong-limit",
      "For a limit of \((limit / 2).inWholeMilliseconds) you \(both.trial.error == nil ? "returned" : "threw") after "
        + "\(both.trial.end.inWholeMilliseconds).")
  }

  /// A second fault: what still runs, and what becomes of the caller's cancellation.
  private static func alsoSeen(_ candidate: @escaping Function, _ first: Finding, _ seed: UInt64?) -> String?
  {
    guard case .mistake(let name, _) = first.outcome else { return nil }
    if ["guesses-the-time", "times-out-anyway", "wrong-limit"].contains(name) {
      let late = compare(candidate, takes: 250, seed: seed).trial
      if late.error is TimedOut, let leak = late.leak { return "the loser runs on. \(leak)" }
    }
    // With these, what becomes of a cancellation is the same fault, or says nothing by itself.
    let isSaid = [
      "swallows-cancellation", "shields-the-operation", "never-runs-it", "runs-it-twice", "polls",
    ]
    guard !isSaid.contains(name) else { return nil }
    let cancelled = compare(candidate, takes: 250, cancelledAfter: .milliseconds(40), seed: seed).trial
    guard cancelled.obstacle == nil, cancelled.end >= .milliseconds(40),
      !(cancelled.error is CancellationError && cancelled.leak == nil)
    else { return nil }
    return
      "cancelled after 40 ms yourself, you \(cancelled.error.map { "threw \($0)" } ?? "returned a response") after "
      + "\(cancelled.end.inWholeMilliseconds)\(cancelled.leak == nil ? "" : ", and the operation ran on")."
  }

  /// The operation fails before the deadline.
  private static func judgeError(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    let both = compare(candidate, takes: 30, fails: true, seed: seed)
    if let obstacle = obstacle(both) { return obstacle }
    let trial = both.trial
    let failed = "The operation failed after \(both.right.end.inWholeMilliseconds)"
    guard trial.error is Probe.Unavailable else {
      let yours = trial.error.map { "threw \($0)" } ?? "returned a response"
      return both.mistake(
        trial.error == nil ? "loses-the-error" : "changes-the-error",
        "\(failed) with \(both.right.error!), and you \(yours) after \(trial.end.inWholeMilliseconds).")
    }
    if let leak = trial.leak { return both.mistake("loser-runs-on", leak) }
    return trial.end >= limit ? both.mistake("waits-for-both", "\(failed).") : late(both)
  }

  /// The caller is cancelled before the response and before the deadline.
  private static func judgeCancelled(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    for (milliseconds, instant) in [(60, 40), (250, 40), (60, 0)] {
      let both = compare(candidate, takes: milliseconds, cancelledAfter: .milliseconds(instant), seed: seed)
      let trial = both.trial
      // A task that is cancelled before it has its first turn need not run the operation.
      if let obstacle = instant == 0 && trial.calls.isEmpty ? both.obstacle : obstacle(both) {
        return obstacle
      }
      if trial.error is CancellationError, trial.end == both.right.end, trial.leak == nil { continue }
      let yours = trial.error.map { "threw \($0)" } ?? "returned a response"
      return both.mistake(
        "swallows-cancellation",
        "You were cancelled after \(instant) ms, and you \(yours) after \(trial.end.inWholeMilliseconds)."
          + (trial.leak.map { " \($0)" } ?? ""))
    }
    return nil
  }

  /// The operation computes before it first waits. Where the deadline begins after that in the order in which the tasks were
  /// begun, it is a mistake; where another order is to blame, it is worth a remark.
  private static func judgeBusy(_ candidate: @escaping Function, _ seeds: [UInt64?]) -> Finding {
    let all = seeds.map { compare(candidate, works: 30, takes: 250, seed: $0) }
    if let obstacle = all.lazy.compactMap(obstacle).first { return obstacle }
    guard let late = all.first(where: { $0.trial.end > limit }) else { return .passed() }
    let detail =
      "The operation computed for 30 ms before it first waited; the deadline was at \(limit.inWholeMilliseconds), and "
      + "you threw at \(late.trial.end.inWholeMilliseconds)."
    if late.seed == nil { return late.mistake("starts-too-late", detail) }
    return .passed(
      "One more thing: your limit counts from the moment the sleep begins, and where your tasks have their turn in another "
        + "order, that is late. \(detail) Note the instant first, `loop.clock.now.advanced(by: limit)`, and `sleep(until:)` it."
    )
  }

  private static func obstacle(_ both: Comparison<Response>) -> Finding? {
    let count = both.trial.calls.count
    return both.obstacle
      ?? (count == 1
        ? nil
        : both.mistake(
          count == 0 ? "never-runs-it" : "runs-it-twice", "You ran the operation \(count) times."))
  }

  /// The difference where the candidate came too late, although before the deadline.
  private static func late(_ both: Comparison<Response>) -> Finding? {
    let (yours, right) = (both.trial.end, both.right.end)
    return yours <= right
      ? nil
      : both.mistake(
        "guesses-the-time",
        "The operation ended after \(right.inWholeMilliseconds), and you after \(yours.inWholeMilliseconds).")
  }

  private static func compare(
    _ candidate: @escaping Function, works: Int = 0, takes milliseconds: Int?, fails: Bool = false,
    limit: Duration = limit, cancelledAfter cancelled: Duration? = nil,
    whenCancelled end: Ending = .isCancelled,
    seed: UInt64?
  ) -> Comparison<Response> {
    Comparison(candidate, with: solution, seed: seed, showing: "deadline()") {
      run(
        $0, works: works, takes: milliseconds, fails: fails, limit: limit, cancelledAfter: cancelled,
        whenCancelled: end, seed: seed)
    }
  }

  /// - Parameter watcher: runs beside the candidate.
  private static func run(
    _ candidate: @escaping Function, works: Int = 0, takes milliseconds: Int?, fails: Bool = false,
    limit: Duration, cancelledAfter cancelled: Duration? = nil, whenCancelled end: Ending = .isCancelled,
    seed: UInt64?, beside watcher: (@Sendable (EventLoop) async throws -> Void)? = nil
  ) -> Trial<Response> {
    note(
      question: "a limit of \(limit.inWholeMilliseconds), and an operation that "
        + (milliseconds.map { "takes about \($0) ms" } ?? "never ends by itself")
        + (fails ? " and fails" : "")
        + (end == .answers
          ? ", or answers when it is cancelled" : end == .fails ? ", or fails when it is cancelled" : "")
        + (cancelled.map { "; cancelled after \($0.inWholeMilliseconds)" } ?? ""))
    let probe = Probe(lanes: ["operation"], seed: seed)
    return Trial(probe, calls: 1, cancelledAfter: cancelled) {
      if let watcher { Task(executorPreference: probe.loop) { try await watcher(probe.loop) } }
      return try await candidate(limit, probe.loop) {
        do {
          return try await probe.call(
            0, works: .milliseconds(works), takes: milliseconds.map { .unguessable($0) },
            fails ? .failure(probe.unavailable(0)) : .success(probe.response(0)))
        } catch is CancellationError where end != .isCancelled {
          guard end == .answers else { throw probe.unavailable(0) }
          return probe.response(0)
        }
      }
    }
  }
}
