import EventLoop
import LessonKit
import Measurement

extension OverlapGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    var remark = ""
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for milliseconds in [[60, 200, 100], [300, 20, 400, 20], []] {
        if let finding = judge(candidate, milliseconds, seed: seed) { return finding }
      }
      for failing in 0..<3 {
        if let finding = judgeError(candidate, failing: failing, seed: seed, &remark) { return finding }
      }
    }
    return .passed(remark)
  }

  /// Requests of different lengths: all are started at once, and their responses returned in their order.
  private static func judge(_ candidate: @escaping Function, _ milliseconds: [Int], seed: UInt64?) -> Finding?
  {
    let both = compare(candidate, milliseconds, seed: seed)
    let (trial, right, count) = (both.trial, both.right, milliseconds.count)
    func endsApart(_ mistake: String, _ detail: String) -> Finding {
      both.mistake(mistake, detail, showing: "overlap()")
    }
    if trial.escape == .slept {
      return endsApart("guesses-the-time", "Besides, `Task.sleep` uses a clock outside the event loop.")
    }
    if let obstacle = both.obstacle { return obstacle }
    if trial.end > .zero, !trial.calls.contains(where: { $0.end == trial.end }) {
      return endsApart(
        "guesses-the-time",
        "You returned after \(trial.end.inWholeMilliseconds), at a moment when no request was answered.")
    }
    guard case .success(let responses) = trial.outcome else {
      return both.different("No request failed, yet you threw \(trial.error!).")
    }
    let answered = trial.calls.filter { $0.outcome == .returned }
    if Set(answered.map(\.lane)).count < count {
      var detail = "\(count - answered.count) of \(count) requests had no answer yet."
      if trial.escape == .abandonedCalls {
        detail +=
          " Besides, `Task { }` leaves the event loop: use a task group, or `Task(executorPreference: loop)`."
      }
      return endsApart("returns-early", detail)
    }
    if trial.calls.count > count {
      return both.different(
        "There are \(count) requests, and you called `answer` \(trial.calls.count) times.")
    }
    if count > 1, trial.peak == 1 { return both.mistake("awaits-in-the-loop", both.took) }
    if responses != right.value { return both.finding(wrong(responses, right.value ?? [], trial)) }
    if let leak = trial.leak { return both.different("All responses are right. \(leak)") }
    guard trial.end > right.end else { return nil }
    return both.different(
      "All responses are right. \(both.took) At most \(trial.peak) of \(count) requests were in progress at once: start all "
        + "of them before you await any.")
  }

  /// What is wrong with responses that are not those that were wanted.
  private static func wrong(_ yours: [Response], _ right: [Response], _ trial: Trial<[Response]>)
    -> Finding.Outcome
  {
    guard yours.count == right.count, Set(yours) == Set(right) else {
      return .different(
        "\(right.count) requests were answered. You returned \(yours.count) responses, and they are not the ones that the "
          + "requests got.")
    }
    let places = yours.map { right.firstIndex(of: $0)! }
    let ends = places.map { place in trial.calls.first { $0.lane == place }?.end ?? .zero }
    if zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) {
      return .mistake("completion-order", detail: "")
    }
    return .different(
      "You returned the responses of requests \(places.map { "\($0 + 1)" }.joined(separator: ", ")), in this order. They "
        + "belong in the order of the requests.")
  }

  /// One request fails: so does the whole.
  private static func judgeError(
    _ candidate: @escaping Function, failing: Int, seed: UInt64?, _ remark: inout String
  ) -> Finding? {
    let both = compare(candidate, [60, 200, 100], failing: [failing], seed: seed)
    if let obstacle = both.obstacle { return obstacle }
    guard let error = both.trial.error else {
      return both.mistake("loses-the-error", "It was request \(failing + 1) that failed.")
    }
    guard error is Probe.Unavailable else {
      return both.different(
        "Request \(failing + 1) failed with \(both.right.error!), but you threw \(error).")
    }
    if let leak = both.trial.leak {
      remark =
        "One more thing: when request \(failing + 1) fails you throw its error, but leave work behind. \(leak) A task group "
        + "would cancel the rest."
    }
    return nil
  }

  private static func compare(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Set<Int> = [], seed: UInt64?
  ) -> Comparison<[Response]> {
    Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(requests: milliseconds.count, seed: seed)
      return Trial(probe, calls: milliseconds.count) {
        try await function(probe.requests, probe.loop) {
          try await probe.answer($0, takes: milliseconds, failing: failing)
        }
      }
    }
  }
}
