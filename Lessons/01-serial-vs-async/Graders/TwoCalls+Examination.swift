import EventLoop
import LessonKit
import Measurement

extension TwoCallsExercise {
  private static let calls = ["user", "courses", "news"]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var remark = ""
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for milliseconds in [[40, 60, 70], [30, 40, 200], [60, 30, 20]] {
        if let finding = judge(candidate, milliseconds, seed: seed) { return finding }
      }
      for failing in calls.indices {
        if let finding = judgeError(candidate, failing: failing, seed: seed, &remark) { return finding }
      }
    }
    return .passed(remark)
  }

  /// All calls succeed: the news overlap the other two, and nobody waits for what is not needed.
  private static func judge(_ candidate: @escaping Function, _ milliseconds: [Int], seed: UInt64?) -> Finding?
  {
    let trial = run(candidate, milliseconds, seed: seed)
    let right = run({ try await Solutions.twoCalls(to: $0, on: $1) }, milliseconds, seed: seed)
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    func call(_ lane: Int) -> Call? { trial.calls.first { $0.lane == lane } }
    if let courses = call(1), courses.start < call(0)?.end ?? .seconds(Int64.max) {
      return finding(
        .mistake(
          "overlaps-the-dependent-call",
          detail: "You asked for the courses at \(courses.start.inWholeMilliseconds), and "
            + (call(0)?.end.map { "the user was there at \($0.inWholeMilliseconds)." }
              ?? "never had the user.")))
    }
    guard case .success(let page) = trial.outcome else {
      return finding(.different("No call failed, and you threw \(trial.error!)."))
    }
    for (lane, name) in calls.enumerated() {
      let count = trial.calls.count { $0.lane == lane }
      if count != 1 {
        return finding(
          .different("One call for the \(name) is enough for the page, and needed; you made \(count)."))
      }
    }
    if let leak = trial.leak { return finding(.different(leak)) }
    if let outcome = tooLate(trial, right.end) { return finding(outcome) }
    guard page != right.value else { return nil }
    return finding(.different("The page is \(page), and should be \(right.value!)."))
  }

  /// What takes longer than it needs; `nil` if nothing does.
  private static func tooLate(_ trial: Trial<StartPage>, _ rightEnd: Duration) -> Finding.Outcome? {
    let byLane = trial.calls.sorted { $0.lane < $1.lane }
    let (user, courses, news) = (byLane[0], byLane[1], byLane[2])
    let took = "It took \(trial.end.inWholeMilliseconds) instead of \(rightEnd.inWholeMilliseconds)."
    if trial.peak == 1 {
      return .mistake(
        byLane.contains(where: \.isFromChild) ? "awaits-at-once" : "one-after-the-other", detail: took)
    }
    if let end = user.end, news.start >= end {
      return .mistake(user.isFromChild ? "awaits-at-once" : "begins-the-news-late", detail: took)
    }
    if let end = user.end, courses.start > end, courses.start == news.end {
      return .mistake("holds-the-courses-up", detail: took)
    }
    for (call, name, ready) in [
      (user, "user", .zero), (news, "news", .zero), (courses, "courses", user.end ?? .zero),
    ] where call.start > ready {
      return .different(
        "You asked for the \(name) at \(call.start.inWholeMilliseconds), and could have done so at "
          + "\(ready.inWholeMilliseconds). \(took)")
    }
    return trial.end > rightEnd ? .different("All calls have ended, and you went on waiting. \(took)") : nil
  }

  /// One call fails: so does the page.
  private static func judgeError(
    _ candidate: @escaping Function, failing: Int, seed: UInt64?, _ remark: inout String
  ) -> Finding? {
    let trial = run(candidate, [40, 60, 70], failing: failing, seed: seed)
    let right = run(
      { try await Solutions.twoCalls(to: $0, on: $1) }, [40, 60, 70], failing: failing, seed: seed)
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    guard let error = trial.error else {
      return finding(
        .mistake("swallows-the-failure", detail: "It was the call for the \(calls[failing]) that failed."))
    }
    guard error is Unavailable else {
      return finding(
        .different("The call for the \(calls[failing]) failed with \(Unavailable()), and you threw \(error).")
      )
    }
    if let leak = trial.leak {
      remark =
        "One thing more: the call for the \(calls[failing]) failed, and you threw its error. \(leak) "
        + "`async let` would."
    }
    return nil
  }

  private struct Unavailable: Error, Equatable {}

  private static func run(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Int? = nil, seed: UInt64?
  ) -> Trial<StartPage> {
    let probe = Probe(lanes: calls, seed: seed)
    @Sendable func call<Value: Sendable>(_ lane: Int, _ value: Value) async throws -> Value {
      try await probe.call(
        lane, takes: .unguessable(milliseconds[lane]),
        lane == failing ? .failure(Unavailable()) : .success(value))
    }
    // Nobody can know the user without asking.
    let name = "reader \(milliseconds.reduce(0, +) + Int(seed ?? 0))"
    let database = PageDatabase(
      makeUser: { try await call(0, name) }, makeCourses: { try await call(1, ["What \($0) waits for"]) },
      makeNews: { try await call(2, ["Nothing but awaiting"]) })
    return Trial(probe, calls: failing == nil ? 3 : 0) { try await candidate(database, probe.loop) }
  }
}
