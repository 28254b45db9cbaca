import EventLoop
import LessonKit
import Measurement

extension DeadlineExercise {
  static let limit = Duration.milliseconds(100)

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
    judgeInTime(Pair(candidate, takes: 60, seed: seed))
  }

  /// The response is there at once.
  private static func judgeAtOnce(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    judgeInTime(Pair(candidate, takes: 0, seed: seed))
  }

  private static func judgeInTime(_ pair: Pair) -> Finding? {
    if let obstacle = pair.obstacle { return obstacle }
    let (trial, right) = (pair.trial, pair.right)
    let response = "The response came after \(right.end.inWholeMilliseconds)"
    let end = trial.end.inWholeMilliseconds
    guard let value = trial.value else {
      return pair.finding(
        trial.error is TimedOut
          ? .mistake("times-out-anyway", detail: "\(response), and you threw after \(end).")
          : .different("\(response), and you threw \(trial.error!) after \(end)."))
    }
    if value != right.value { return pair.finding(.different("You returned another response than came.")) }
    if trial.end >= limit {
      return pair.finding(.mistake("waits-for-both", detail: "\(response), and you returned after \(end)."))
    }
    if let leak = trial.leak {
      // Where the operation runs on as well, that is the better picture.
      let late = judgeTooLate(pair.candidate, pair.seed)
      if case .mistake("loser-runs-on", _) = late?.outcome { return late }
      return pair.finding(.mistake("loser-runs-on", detail: leak))
    }
    return pair.late
  }

  /// The response would come after the deadline.
  private static func judgeTooLate(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    let pair = Pair(candidate, takes: 250, seed: seed)
    if let obstacle = pair.obstacle { return obstacle }
    let trial = pair.trial
    guard let error = trial.error else {
      // Perhaps there is a deadline, by another clock. Only where the loop has nothing to do, that one is waited for.
      let endless = Pair(candidate, takes: nil, seed: seed)
      if endless.trial.escape == .slept, let obstacle = endless.obstacle { return obstacle }
      return pair.finding(
        .different(
          "The limit was \(limit.inWholeMilliseconds), and you returned the response that came after "
            + "\(trial.end.inWholeMilliseconds). At the deadline, TimedOut() is to be thrown."))
    }
    guard error is TimedOut else {
      return pair.finding(
        .different(
          "At the deadline, after \(limit.inWholeMilliseconds), TimedOut() is to be thrown, and you threw \(error) after "
            + "\(trial.end.inWholeMilliseconds)."))
    }
    let detail =
      "The deadline was at \(limit.inWholeMilliseconds), and you threw at \(trial.end.inWholeMilliseconds)."
    if trial.end < limit { return pair.finding(.different(detail)) }
    if trial.end > limit {
      let hasEnded = trial.calls.contains { $0.outcome == .returned }
      return pair.finding(.mistake(hasEnded ? "waits-for-both" : "starts-too-late", detail: detail))
    }
    return trial.leak.map { pair.finding(.mistake("loser-runs-on", detail: $0)) }
  }

  /// The operation fails before the deadline.
  private static func judgeError(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    let pair = Pair(candidate, takes: 30, fails: true, seed: seed)
    if let obstacle = pair.obstacle { return obstacle }
    let trial = pair.trial
    guard trial.error is Unavailable else {
      let yours = trial.error.map { "threw \($0)" } ?? "returned a response"
      return pair.finding(
        .different(
          "The operation failed after \(pair.right.end.inWholeMilliseconds) with \(Unavailable()), and you \(yours) after "
            + "\(trial.end.inWholeMilliseconds). Its error is yours to throw, at once."))
    }
    if let leak = trial.leak { return pair.finding(.mistake("loser-runs-on", detail: leak)) }
    if trial.end >= limit {
      return pair.finding(
        .mistake(
          "waits-for-both", detail: "The operation failed after \(pair.right.end.inWholeMilliseconds)."))
    }
    return pair.late
  }

  /// The caller is cancelled before the response and before the deadline.
  private static func judgeCancelled(_ candidate: @escaping Function, _ seed: UInt64?) -> Finding? {
    for milliseconds in [60, 250] {
      let pair = Pair(candidate, takes: milliseconds, cancelledAfter: .milliseconds(40), seed: seed)
      let trial = pair.trial
      if let obstacle = pair.obstacle { return obstacle }
      if trial.error is CancellationError, trial.end == pair.right.end, trial.leak == nil { continue }
      let yours = trial.error.map { "you threw \($0)" } ?? "you returned a response"
      return pair.finding(
        .mistake(
          "swallows-cancellation",
          detail: "You were cancelled after 40 ms; after \(trial.end.inWholeMilliseconds) \(yours)."
            + (trial.leak.map { " \($0)" } ?? "")))
    }
    return nil
  }

  /// The operation computes before it first waits. That the deadline begins after it then depends on who runs first: only
  /// where it always does, it is a mistake; else it is worth a remark.
  private static func judgeBusy(_ candidate: @escaping Function, _ seeds: [UInt64?]) -> Finding {
    let pairs = seeds.map { Pair(candidate, works: 30, takes: 250, seed: $0) }
    if let obstacle = pairs.lazy.compactMap(\.obstacle).first { return obstacle }
    guard let late = pairs.first(where: { $0.trial.end > limit }) else { return .passed() }
    let detail =
      "The operation computed for 30 ms before it first waited; the deadline was at \(limit.inWholeMilliseconds), and "
      + "you threw at \(late.trial.end.inWholeMilliseconds)."
    if pairs.allSatisfy({ $0.trial.end > limit }) {
      return late.finding(.mistake("starts-too-late", detail: detail))
    }
    return .passed(
      "One thing more: your limit counts from when the sleep begins, and that may be late. \(detail) Note the instant "
        + "first, `loop.clock.now.advanced(by: limit)`, and `sleep(until:)` it.")
  }
}
