import EventLoop
import LessonKit
import Measurement

extension TwoCallsGrading {
  private static let calls = ["user", "courses", "news"]

  static func examine(_ candidate: @escaping Function) -> Finding { examine(candidate, drawnFrom: 0) }

  /// - Parameter first: the seed of the first scenario that is drawn by lot; the next ones follow.
  static func examine(_ candidate: @escaping Function, drawnFrom first: UInt64) -> Finding {
    var remark = ""
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for milliseconds in [[30, 40, 200], [40, 60, 70], [60, 30, 20]] {
        if let finding = judge(candidate, milliseconds, seed: seed) {
          return finding.mentioning(alsoOnAFailure(candidate, finding, seed))
        }
      }
      for failing in calls.indices.reversed() {
        if let finding = judgeFailure(candidate, [40, 60, 70], failing: [failing], seed: seed, &remark) {
          return finding
        }
      }
    }
    let finding = findingAtRandom(from: first, drawn, size: \.failing.count, simpler: \.simpler) {
      asked, seed in
      asked.failing.isEmpty
        ? judge(candidate, asked.milliseconds, seed: seed)
        : judgeFailure(candidate, asked.milliseconds, failing: asked.failing, seed: seed, &remark)
    }
    return finding ?? .passed(remark)
  }

  /// How long the three calls take, and which of them fail.
  private struct Asked {
    var milliseconds: [Int]
    var failing: Set<Int>

    var simpler: [Asked] {
      failing.sorted().map { Asked(milliseconds: milliseconds, failing: failing.subtracting([$0])) }
    }
  }

  private static func drawn(_ chance: inout Chance) -> Asked {
    Asked(
      milliseconds: chance.milliseconds(3),
      failing: Set(calls.indices.filter { _ in chance.isSo(oneIn: 3) }))
  }

  /// A candidate's run beside the right one, without failures.
  private struct Seen {
    var both: Comparison<StartPage>
    var trial: Trial<StartPage> { both.trial }

    func count(_ lane: Int) -> Int { trial.calls.count { $0.lane == lane } }
    func call(_ lane: Int) -> ProbedCall? { trial.calls.first { $0.lane == lane } }

    /// When the user was known.
    var userEnd: Duration { call(0)?.end ?? .seconds(Int64.max) }
    var asksForCoursesTooEarly: Bool { (call(1)?.start ?? .seconds(Int64.max)) < userEnd }
    var leftOut: [String] { calls.indices.filter { count($0) == 0 }.map { calls[$0] } }
    /// The first call that began later than it could, and when it could have begun.
    var late: (call: ProbedCall, ready: Duration)? {
      [(0, .zero), (2, .zero), (1, userEnd)].lazy.compactMap { lane, ready in
        call(lane).map { ($0, ready) }
      }.first { $0.0.start > $0.1 }
    }
    /// Whether every call began when another ended, or at once, and not by a clock.
    var startsWithoutAGuess: Bool {
      trial.calls.allSatisfy { call in call.start == .zero || trial.calls.contains { $0.end == call.start } }
    }
    var lateness: String {
      guard let late else { return both.took }
      return
        "You asked for the \(calls[late.call.lane]) at \(late.call.start.inWholeMilliseconds), and could have asked at "
        + "\(late.ready.inWholeMilliseconds). \(both.took)"
    }
  }

  /// The questions about calls that all succeed.
  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Was the user known before the courses were asked for?", { !$0.asksForCoursesTooEarly },
      names: [
        .init("overlaps-the-dependent-call", if: { _ in true }) { seen in
          "You asked for the courses at \(seen.call(1)!.start.inWholeMilliseconds); the user "
            + (seen.call(0)?.end.map { "arrived at \($0.inWholeMilliseconds)." } ?? "never arrived.")
        }
      ], otherwise: { _ in "" }),
    .init(
      "Did it return, as no call failed?", { $0.trial.error == nil },
      names: [.init("invents-an-error", if: { _ in true }) { "You threw \($0.trial.error!)." }],
      otherwise: { _ in "" }),
    .init(
      "Was everything asked for?", { $0.leftOut.isEmpty || $0.trial.escape == .abandonedCalls },
      names: [
        .init("leaves-a-call-out", if: { _ in true }) {
          "Never asked for: the \($0.leftOut.joined(separator: ", the "))."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was everything asked for once?", { seen in calls.indices.allSatisfy { seen.count($0) < 2 } },
      names: [
        .init("asks-twice", if: { _ in true }) { seen in
          let lane = calls.indices.first { seen.count($0) > 1 }!
          return "You asked for the \(calls[lane]) \(seen.count(lane)) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Had all calls returned when it did?",
      {
        $0.trial.running.isEmpty && $0.trial.escape == nil
          && $0.trial.calls.allSatisfy { $0.outcome == .returned }
      },
      names: [
        .init("returns-early", if: { _ in true }) { seen in
          let open = seen.trial.calls.filter { $0.outcome != .returned }.map { "the \(calls[$0.lane])" }
          return (open.isEmpty ? "" : "Not there yet: \(open.joined(separator: ", ")).")
            + (seen.trial.escape == nil
              ? ""
              : " Besides, `Task { }` leaves the event loop: use `async let`, or `Task(executorPreference: loop)`.")
        }
      ], otherwise: { _ in "" }),
    .init(
      "Did it wait for the calls, and not for a time?",
      { !$0.trial.returnsAtAGuess && $0.startsWithoutAGuess },
      names: [
        .init("guesses-the-time", if: { $0.trial.returnsAtAGuess }) {
          "You returned after \($0.trial.end.inWholeMilliseconds), at a moment when no call ended."
        },
        .init("guesses-the-time", if: { _ in true }, \.lateness),
      ], otherwise: { _ in "" }),
    .init(
      "Did anything overlap?", { $0.trial.peak > 1 },
      names: [
        .init("awaits-at-once", if: { $0.trial.calls.contains(where: \.isFromChild) }) { $0.both.took },
        .init("one-after-the-other", if: { _ in true }) { $0.both.took },
      ], otherwise: { _ in "" }),
    .init(
      "Was everything asked for as soon as it could be?", { $0.late == nil },
      names: [
        .init("begins-the-news-late", if: { $0.late?.call.lane == 2 && $0.call(2)!.start >= $0.userEnd }) {
          $0.both.took
        },
        .init(
          "holds-the-courses-up", if: { $0.late?.call.lane == 1 && $0.call(1)!.start == $0.call(2)?.end }
        ) { $0.both.took },
      ], otherwise: \.lateness),
    .init(
      "Is the page made of what the calls returned?",
      { $0.trial.value == nil || $0.trial.value == $0.both.right.value },
      names: [
        .init("mixes-the-page-up", if: { _ in true }) {
          "The page is \($0.trial.value!), and should be \($0.both.right.value!)."
        }
      ], otherwise: { _ in "" },
      alsoSeen: { "the page is \($0.trial.value!), and should be \($0.both.right.value!)." }),
    .init(
      "Was nothing left running?", { $0.trial.leak == nil },
      names: [.init("leaves-work-behind", if: { _ in true }) { $0.trial.leak! }],
      otherwise: { _ in "" }, alsoSeen: { $0.trial.leak! }),
  ])

  /// All calls succeed: the news overlap the other two, and nothing waits for what it doesn't need.
  private static func judge(_ candidate: @escaping Function, _ milliseconds: [Int], seed: UInt64?) -> Finding?
  {
    let both = compare(candidate, milliseconds, seed: seed)
    return both.obstacle ?? diagnosis.outcome(of: Seen(both: both)).map { both.finding($0) }
  }

  /// A second fault: a page although a call failed. Only where the calls' order is the first.
  private static func alsoOnAFailure(_ candidate: @escaping Function, _ first: Finding, _ seed: UInt64?)
    -> String?
  {
    guard case .mistake(let name, _) = first.outcome,
      [
        "one-after-the-other", "awaits-at-once", "begins-the-news-late", "holds-the-courses-up",
        "guesses-the-time",
      ].contains(name)
    else { return nil }
    for failing in calls.indices {
      let both = compare(candidate, [40, 60, 70], failing: [failing], seed: seed)
      let failed = "when the call for the \(calls[failing]) failed, you"
      if both.trial.value != nil { return "\(failed) returned a page as if nothing had happened." }
      if both.trial.error is TooManyTurns || both.trial.error is Stall { return "\(failed) never returned." }
    }
    return nil
  }

  /// One call fails: so does the page.
  private static func judgeFailure(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Set<Int>, seed: UInt64?,
    _ remark: inout String
  ) -> Finding? {
    let both = compare(candidate, milliseconds, failing: failing, seed: seed)
    let failed = "Failed: \(names(failing))."
    if both.trial.error is Stall {
      return both.mistake("stalls-on-an-error", failed)
    }
    let again = calls.indices.first { lane in both.trial.calls.count { $0.lane == lane } > 1 }
    if again == nil, let obstacle = both.obstacle { return obstacle }
    if let lane = again {
      return both.mistake(
        "tries-again",
        "\(failed) You asked for the \(calls[lane]) again."
      )
    }
    guard let error = both.trial.error else {
      return both.mistake("swallows-the-failure", failed)
    }
    guard error is Probe.Unavailable else {
      return both.mistake(
        "changes-the-error",
        "\(failed) You threw \(error).")
    }
    if remark.isEmpty, let leak = both.trial.leak {
      remark =
        "One more thing: when a call fails you throw its error, but leave work behind. \(leak) "
        + "`async let` would cancel the rest."
    }
    return nil
  }

  private static func names(_ failing: Set<Int>) -> String {
    failing.sorted().map { "the \(calls[$0])" }.joined(separator: ", ")
  }

  private static func compare(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Set<Int> = [], seed: UInt64?
  ) -> Comparison<StartPage> {
    // The only way to know the user is to ask.
    note(
      question: failing.isEmpty
        ? "a database whose calls all succeed" : "a database where these fail: \(names(failing))")
    let name = "reader \(milliseconds.reduce(0, +) + Int(seed ?? 0))"
    return Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(lanes: calls, seed: seed)
      @Sendable func call<Value: Sendable>(_ lane: Int, _ value: Value) async throws -> Value {
        try await probe.call(
          lane, takes: .unguessable(milliseconds[lane]),
          failing.contains(lane) ? .failure(probe.unavailable(lane)) : .success(value))
      }
      let database = PageDatabase(
        makeUser: { try await call(0, name) }, makeCourses: { try await call(1, ["What \($0) waits for"]) },
        makeNews: { try await call(2, ["Nothing but awaiting"]) })
      return Trial(probe, calls: failing.isEmpty ? 3 : 0) { try await function(database, probe.loop) }
    }
  }
}
