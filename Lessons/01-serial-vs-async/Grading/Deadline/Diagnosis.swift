import EventLoop
import LessonKit
import Measurement

extension DeadlineGrading {
  private static let limit = Duration.milliseconds(100)

  static func examine(_ candidate: @escaping Function) -> Finding {
    let seeds = [nil, 1, 2, 3, 4, 5, 6, 7, 8] as [UInt64?]
    for seed in seeds {
      for judge in [judgeInTime, judgeTooLate, judgeError, judgeCancelled, judgeAtOnce] {
        if let finding = judge(candidate, seed) { return finding }
      }
    }
    return judgeBusy(candidate, seeds)
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
    guard let value = trial.value else {
      return trial.error is TimedOut
        ? both.mistake("times-out-anyway", "\(response), and you threw after \(end).")
        : both.different("\(response), and you threw \(trial.error!) after \(end).")
    }
    if value != right.value {
      return both.different("You returned a different response from the one that came.")
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
    guard let error = trial.error else {
      // Perhaps there is a deadline, by another clock. Only where the loop has nothing to do, that one is waited for.
      let endless = compare(candidate, takes: nil, seed: seed)
      if endless.trial.escape == .slept, let obstacle = obstacle(endless) { return obstacle }
      return both.different(
        "The limit was \(limit.inWholeMilliseconds), and you returned the response that came after "
          + "\(trial.end.inWholeMilliseconds). At the deadline, throw TimedOut().")
    }
    guard error is TimedOut else {
      return both.different(
        "At the deadline, after \(limit.inWholeMilliseconds), throw TimedOut(). You threw \(error) after "
          + "\(trial.end.inWholeMilliseconds).")
    }
    let detail =
      "The deadline was at \(limit.inWholeMilliseconds), and you threw at \(trial.end.inWholeMilliseconds)."
    if trial.end < limit { return both.different(detail) }
    if trial.end > limit {
      let hasEnded = trial.calls.contains { $0.outcome == .returned }
      return both.mistake(hasEnded ? "waits-for-both" : "starts-too-late", detail)
    }
    return trial.leak.map { both.mistake("loser-runs-on", $0) }
  }

  /// The operation fails before the deadline.
  private static func judgeError(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    let both = compare(candidate, takes: 30, fails: true, seed: seed)
    if let obstacle = obstacle(both) { return obstacle }
    let trial = both.trial
    let failed = "The operation failed after \(both.right.end.inWholeMilliseconds)"
    guard trial.error is Probe.Unavailable else {
      let yours = trial.error.map { "threw \($0)" } ?? "returned a response"
      return both.different(
        "\(failed) with \(both.right.error!), and you \(yours) after \(trial.end.inWholeMilliseconds). Throw the operation's "
          + "error, at once.")
    }
    if let leak = trial.leak { return both.mistake("loser-runs-on", leak) }
    return trial.end >= limit ? both.mistake("waits-for-both", "\(failed).") : late(both)
  }

  /// The caller is cancelled before the response and before the deadline.
  private static func judgeCancelled(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    for milliseconds in [60, 250] {
      let both = compare(candidate, takes: milliseconds, cancelledAfter: .milliseconds(40), seed: seed)
      let trial = both.trial
      if let obstacle = obstacle(both) { return obstacle }
      if trial.error is CancellationError, trial.end == both.right.end, trial.leak == nil { continue }
      let yours = trial.error.map { "threw \($0)" } ?? "returned a response"
      return both.mistake(
        "swallows-cancellation",
        "You were cancelled after 40 ms, and you \(yours) after \(trial.end.inWholeMilliseconds)."
          + (trial.leak.map { " \($0)" } ?? ""))
    }
    return nil
  }

  /// The operation computes before it first waits. Whether the deadline begins after that then depends on who runs first: only
  /// where it always does, it is a mistake; else it is worth a remark.
  private static func judgeBusy(_ candidate: @escaping Function, _ seeds: [UInt64?]) -> Finding {
    let all = seeds.map { compare(candidate, works: 30, takes: 250, seed: $0) }
    if let obstacle = all.lazy.compactMap(obstacle).first { return obstacle }
    guard let late = all.first(where: { $0.trial.end > limit }) else { return .passed() }
    let detail =
      "The operation computed for 30 ms before it first waited; the deadline was at \(limit.inWholeMilliseconds), and "
      + "you threw at \(late.trial.end.inWholeMilliseconds)."
    if all.allSatisfy({ $0.trial.end > limit }) { return late.mistake("starts-too-late", detail) }
    return .passed(
      "One more thing: your limit counts from the moment the sleep begins, and that can be late. \(detail) Note the instant "
        + "first, `loop.clock.now.advanced(by: limit)`, and `sleep(until:)` it.")
  }

  private static func obstacle(_ both: Comparison<Response>) -> Finding? {
    let count = both.trial.calls.count
    return both.obstacle
      ?? (count == 1
        ? nil : both.different("The operation should run once, and you ran it \(count) times."))
  }

  /// The difference where the candidate came too late, although before the deadline.
  private static func late(_ both: Comparison<Response>) -> Finding? {
    let (yours, right) = (both.trial.end, both.right.end)
    return yours <= right
      ? nil
      : both.different(
        "The operation ended after \(right.inWholeMilliseconds), and you after \(yours.inWholeMilliseconds).")
  }

  private static func compare(
    _ candidate: @escaping Function, works: Int = 0, takes milliseconds: Int?, fails: Bool = false,
    cancelledAfter cancelled: Duration? = nil, seed: UInt64?
  ) -> Comparison<Response> {
    Comparison(candidate, with: solution, seed: seed, showing: "deadline()") { function in
      let probe = Probe(lanes: ["operation"], seed: seed)
      return Trial(probe, calls: 1, cancelledAfter: cancelled) {
        try await function(limit, probe.loop) {
          try await probe.call(
            0, works: .milliseconds(works), takes: milliseconds.map { .unguessable($0) },
            fails ? .failure(probe.unavailable(0)) : .success(probe.response(0)))
        }
      }
    }
  }
}
