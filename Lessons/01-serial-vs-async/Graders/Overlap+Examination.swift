import EventLoop
import LessonKit
import Measurement
import Workload

extension OverlapExercise {
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

  /// Requests of different lengths: all are begun at once, and answered in their order.
  private static func judge(_ candidate: @escaping Function, _ milliseconds: [Int], seed: UInt64?) -> Finding?
  {
    let count = milliseconds.count
    let trial = run(candidate, milliseconds, seed: seed)
    let right = run({ try await Solutions.overlap($0, on: $1, answer: $2) }, milliseconds, seed: seed)
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    func endsApart(_ mistake: String, _ detail: String) -> Finding {
      Finding(
        .mistake(mistake, detail: detail), yours: trial.timeline(with: "overlap()"),
        expected: right.timeline(with: "overlap()"), seed: seed)
    }
    let took = "It took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds)."
    if trial.escape == .slept {
      return endsApart(
        "guesses-the-time", "Besides, `Task.sleep` leaves the event loop: its clock is another.")
    }
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    if trial.end > .zero, !trial.calls.contains(where: { $0.end == trial.end }) {
      return endsApart(
        "guesses-the-time", "You returned after \(trial.end.inWholeMilliseconds), when nothing else happened."
      )
    }
    guard case .success(let responses) = trial.outcome else {
      return finding(.different("No request failed, and you threw \(trial.error!)."))
    }
    let answered = trial.calls.filter { $0.outcome == .returned }
    if Set(answered.map(\.lane)).count < count {
      var detail = "\(count - answered.count) of \(count) were not answered."
      if trial.escape == .abandonedCalls {
        detail +=
          " Besides, `Task { }` leaves the event loop: use a task group, or `Task(executorPreference: loop)`."
      }
      return endsApart("returns-early", detail)
    }
    if trial.calls.count > count {
      return finding(.different("There are \(count) requests, and you had \(trial.calls.count) answered."))
    }
    if count > 1, trial.peak == 1 { return finding(.mistake("awaits-in-the-loop", detail: took)) }
    if responses != right.value { return finding(wrong(responses, right.value ?? [], trial)) }
    if let leak = trial.leak { return finding(.different("All responses are right. \(leak)")) }
    guard trial.end > right.end else { return nil }
    return finding(
      .different(
        "All responses are right. \(took) Up to \(trial.peak) of \(count) requests were under way at once: begin all of "
          + "them before you await any."))
  }

  /// What is wrong with responses that are not those that were wanted.
  private static func wrong(_ yours: [Response], _ right: [Response], _ trial: Trial<[Response]>)
    -> Finding.Outcome
  {
    guard yours.count == right.count, Set(yours) == Set(right) else {
      return .different(
        "\(right.count) requests were answered, and you returned \(yours.count) responses, not all of them those that "
          + "the requests got.")
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
    let trial = run(candidate, [60, 200, 100], failing: failing, seed: seed)
    let right = run(
      { try await Solutions.overlap($0, on: $1, answer: $2) }, [60, 200, 100], failing: failing, seed: seed)
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    guard let error = trial.error else {
      return finding(.mistake("loses-the-error", detail: "It was request \(failing + 1) that failed."))
    }
    guard error is Unavailable else {
      return finding(
        .different("Request \(failing + 1) failed with \(Unavailable()), and you threw \(error)."))
    }
    if let leak = trial.leak {
      remark =
        "One thing more: request \(failing + 1) failed, and you threw its error. \(leak) A task group would."
    }
    return nil
  }

  private struct Unavailable: Error, Equatable {}

  private static func run(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Int? = nil, seed: UInt64?
  ) -> Trial<[Response]> {
    let labels = milliseconds.indices.map { "request \($0 + 1)" }
    let probe = Probe(lanes: labels, seed: seed)
    let requests = labels.map { Request($0, steps: []) }
    return Trial(probe, calls: labels.count) {
      try await candidate(requests, probe.loop) { request in
        let lane = labels.firstIndex(of: request.label)!
        return try await probe.call(
          lane, takes: .unguessable(milliseconds[lane]),
          lane == failing
            ? .failure(Unavailable()) : .success(Response(greeting: "Hello, \(request.label)", courses: [])))
      }
    }
  }
}
