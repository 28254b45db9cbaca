import EventLoop
import LessonKit
import Measurement

extension TwoCallsGrading {
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

  /// All calls succeed: the news overlap the other two, and nothing waits for what it doesn't need.
  private static func judge(_ candidate: @escaping Function, _ milliseconds: [Int], seed: UInt64?) -> Finding?
  {
    let both = compare(candidate, milliseconds, seed: seed)
    if let obstacle = both.obstacle { return obstacle }
    let trial = both.trial
    let userEnd = trial.calls.first { $0.lane == 0 }?.end
    if let courses = trial.calls.first(where: { $0.lane == 1 }),
      courses.start < userEnd ?? .seconds(Int64.max)
    {
      return both.mistake(
        "overlaps-the-dependent-call",
        "You asked for the courses at \(courses.start.inWholeMilliseconds); the user "
          + (userEnd.map { "arrived at \($0.inWholeMilliseconds)." } ?? "never arrived."))
    }
    guard case .success(let page) = trial.outcome else {
      return both.different("No call failed, yet you threw \(trial.error!).")
    }
    for (lane, name) in calls.enumerated() {
      let count = trial.calls.count { $0.lane == lane }
      if count != 1 {
        return both.different("The page needs exactly one call for the \(name), and you made \(count).")
      }
    }
    if let leak = trial.leak { return both.different(leak) }
    if let outcome = tooLate(both) { return both.finding(outcome) }
    guard page != both.right.value else { return nil }
    return both.different("The page is \(page), and should be \(both.right.value!).")
  }

  /// What takes longer than it needs to; `nil` if nothing does.
  private static func tooLate(_ both: Comparison<StartPage>) -> Finding.Outcome? {
    let byLane = both.trial.calls.sorted { $0.lane < $1.lane }
    let (user, courses, news) = (byLane[0], byLane[1], byLane[2])
    if both.trial.peak == 1 {
      return .mistake(
        byLane.contains(where: \.isFromChild) ? "awaits-at-once" : "one-after-the-other", detail: both.took)
    }
    if let end = user.end, news.start >= end {
      return .mistake(user.isFromChild ? "awaits-at-once" : "begins-the-news-late", detail: both.took)
    }
    if let end = user.end, courses.start > end, courses.start == news.end {
      return .mistake("holds-the-courses-up", detail: both.took)
    }
    for (call, name, ready) in [
      (user, "user", .zero), (news, "news", .zero), (courses, "courses", user.end ?? .zero),
    ] where call.start > ready {
      return .different(
        "You asked for the \(name) at \(call.start.inWholeMilliseconds), and could have asked at "
          + "\(ready.inWholeMilliseconds). \(both.took)")
    }
    guard both.trial.end > both.right.end else { return nil }
    return .different("All calls had ended, and you went on waiting. \(both.took)")
  }

  /// One call fails: so does the page.
  private static func judgeError(
    _ candidate: @escaping Function, failing: Int, seed: UInt64?, _ remark: inout String
  ) -> Finding? {
    let both = compare(candidate, [40, 60, 70], failing: failing, seed: seed)
    if let obstacle = both.obstacle { return obstacle }
    guard let error = both.trial.error else {
      return both.mistake("swallows-the-failure", "It was the call for the \(calls[failing]) that failed.")
    }
    guard error is Probe.Unavailable else {
      return both.different(
        "The call for the \(calls[failing]) failed with \(both.right.error!), but you threw \(error).")
    }
    if let leak = both.trial.leak {
      remark =
        "One more thing: when the call for the \(calls[failing]) fails you throw its error, but leave work behind. \(leak) "
        + "`async let` would cancel the rest."
    }
    return nil
  }

  private static func compare(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Int? = nil, seed: UInt64?
  ) -> Comparison<StartPage> {
    // The only way to know the user is to ask.
    let name = "reader \(milliseconds.reduce(0, +) + Int(seed ?? 0))"
    return Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(lanes: calls, seed: seed)
      @Sendable func call<Value: Sendable>(_ lane: Int, _ value: Value) async throws -> Value {
        try await probe.call(
          lane, takes: .unguessable(milliseconds[lane]),
          lane == failing ? .failure(probe.unavailable(lane)) : .success(value))
      }
      let database = PageDatabase(
        makeUser: { try await call(0, name) }, makeCourses: { try await call(1, ["What \($0) waits for"]) },
        makeNews: { try await call(2, ["Nothing but awaiting"]) })
      return Trial(probe, calls: failing == nil ? 3 : 0) { try await function(database, probe.loop) }
    }
  }
}
