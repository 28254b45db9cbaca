import EventLoop
import LessonKit
import Measurement
import Workload

extension TwoWordsGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      let seen = compare(candidate, seed: seed)
      if let found = obstacle(seen) { return found }
      if let outcome = diagnosis.outcome(of: seen) {
        return seen.both.finding(outcome).mentioning(alsoOnAnError(candidate, outcome))
      }
      for failing in failures {
        let seen = compare(candidate, failing: failing, seed: seed)
        if let found = obstacle(seen) { return found }
        if let outcome = onAnError.outcome(of: seen) { return seen.both.finding(outcome) }
      }
    }
    return .passed(
      """
      One `async`, and an `await` wherever the handler waits: the steps and their order are as they were, and the requests no longer stand \
      in each other's way. A thread for each request would do the same for the handler as it was; that costs a thread each, and these two \
      words cost none. Next: begin several requests yourself. (overlap)
      """)
  }

  private static let failures: [(lane: Int, step: CourseSite.Step)] = [(1, .user), (0, .courses)]

  /// Three requests that begin at the same time, beside the solution's.
  private struct Seen {
    var both: Comparison<[Result<Response, any Error>]>
    var site: CourseSite
    var failing: (lane: Int, step: CourseSite.Step)?

    var trial: Trial<[Result<Response, any Error>]> { both.trial }
    var done: [CourseSite.Done] { site.done }
    var calls: [CourseSite.Done] { done.filter { [.user, .courses].contains($0.step) } }
    var results: [Result<Response, any Error>] { trial.value ?? [] }
    var errors: [any Error] {
      results.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    func times(_ step: CourseSite.Step, _ lane: Int) -> Int {
      done.count { $0.step == step && $0.lane == lane }
    }
    /// The steps of each request that were done some other number of times than a condition allows.
    func steps(
      _ steps: [CourseSite.Step] = CourseSite.Step.allCases, where isSo: (Int) -> Bool
    ) -> [(step: CourseSite.Step, lane: Int)] {
      (0..<3).flatMap { lane in
        steps.filter { isSo(times($0, lane)) }.map { (step: $0, lane: lane) }
      }
    }
    /// A call for courses of another user than the one that the database named.
    var wrongUser: (call: CourseSite.Done, isEarly: Bool)? {
      for call in done where call.step == .courses && call.user != site.name(lane: call.lane) {
        let known = done.first { $0.step == .user && $0.lane == call.lane }?.end ?? .seconds(Int64.max)
        return (call, call.start < known)
      }
      return nil
    }
    var keepsTheThread: [CourseSite.Done] { calls.filter(\.keepsTheThread) }
    /// Whether other requests had begun before the first call that kept the thread.
    var letsOthersBeginFirst: Bool {
      let before = done.prefix { !$0.keepsTheThread }
      return Set(before.map(\.lane)).count > 1
    }
    /// The first response that is not the one that was asked for.
    var otherResponse: (lane: Int, yours: Response, right: Response)? {
      for (lane, (yours, right)) in zip(results, both.right.value ?? []).enumerated() {
        if let yours = try? yours.get(), let right = try? right.get(), yours != right {
          return (lane, yours, right)
        }
      }
      return nil
    }
    /// A request whose steps were done in another order.
    var otherOrder: (lane: Int, steps: [CourseSite.Step])? {
      for lane in 0..<3 {
        let steps = done.filter { $0.lane == lane }.map(\.step)
        if steps != CourseSite.Step.allCases { return (lane, steps) }
      }
      return nil
    }
  }

  private static func obstacle(_ seen: Seen) -> Finding? {
    if seen.errors.contains(where: { $0 is ToDo }) { return Finding(.toDo) }
    if let step = seen.done.first(where: { $0.isElsewhere && $0.keepsTheThread })?.step {
      return seen.both.mistake(
        "blocks-another-thread",
        "`\(step)` kept a thread that is not the event loop's until it had its answer.")
    }
    if let step = seen.done.first(where: \.isElsewhere)?.step {
      return seen.both.finding(
        .general(.leavesTheLoop, "`\(step)` was called by a task outside the event loop."))
    }
    if let failing = seen.failing, seen.trial.error is Stall {
      return seen.both.mistake(
        "stalls-on-an-error",
        "`\(failing.step)` threw for request \(failing.lane + 1), and nothing can ever go on.")
    }
    if let failing = seen.failing, seen.trial.error is TooManyTurns,
      seen.times(failing.step, failing.lane) > 1
    {
      return seen.both.mistake(
        "tries-again",
        "`\(failing.step)` threw for request \(failing.lane + 1), and you called it again \(seen.times(failing.step, failing.lane) - 1) "
          + "times; had you not been stopped, you would still do so.")
    }
    if let obstacle = seen.both.obstacle { return obstacle }
    return seen.trial.hasWaitedElsewhere
      ? seen.both.finding(.general(.leavesTheLoop, "You waited for something that is not on the event loop."))
      : nil
  }

  /// The steps of the first request that they were found for.
  private static func named(_ steps: [(step: CourseSite.Step, lane: Int)]) -> String {
    guard let lane = steps.first?.lane else { return "" }
    let names = steps.filter { $0.lane == lane }.map { "`\($0.step)`" }
    return "\(names.joined(separator: " and ")) for request \(lane + 1)"
  }

  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did it return?", \.errors.isEmpty,
      names: [
        .init("invents-an-error", if: { _ in true }) {
          "The database answered every call, and you threw \($0.errors[0])."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was the database asked for everything?", { $0.steps([.user, .courses]) { $0 == 0 }.isEmpty },
      names: [
        .init("leaves-a-call-out", if: { _ in true }) { seen in
          "Never called: \(named(seen.steps([.user, .courses]) { $0 == 0 }))."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was it asked once?", { $0.steps([.user, .courses]) { $0 > 1 }.isEmpty },
      names: [
        .init("asks-twice", if: { _ in true }) { seen in
          let twice = seen.steps([.user, .courses]) { $0 > 1 }
          return
            "You called `\(twice[0].step)` for request \(twice[0].lane + 1) \(seen.times(twice[0].step, twice[0].lane)) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was it asked for the courses of the right user?", { $0.wrongUser == nil },
      names: [
        .init("asks-before-it-knows", if: { $0.wrongUser?.isEarly == true }) {
          "`courses` was asked for \"\($0.wrongUser!.call.user ?? "")\" before `user` had answered."
        },
        .init("asks-for-another-user", if: { _ in true }) { seen in
          let call = seen.wrongUser!.call
          return
            "`user` had returned \"\(seen.site.name(lane: call.lane))\", and you asked for the courses of "
            + "\"\(call.user ?? "")\"."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Was the thread free while the database worked?", \.keepsTheThread.isEmpty,
      names: [
        .init("awaits-only-one", if: { $0.calls.contains { !$0.keepsTheThread } }) { seen in
          "`\(seen.keepsTheThread[0].step)` kept the thread. \(seen.both.took)"
        },
        .init("gives-way-first", if: \.letsOthersBeginFirst) { $0.both.took },
        .init("keeps-the-thread-as-before", if: { _ in true }) { $0.both.took },
      ], otherwise: { _ in "" }),
    .init(
      "Did the site do its steps?",
      { $0.steps([.receive, .greet, .respond]) { $0 == 0 }.isEmpty },
      names: [
        .init("leaves-a-step-out", if: { _ in true }) { seen in
          "Never called: \(named(seen.steps([.receive, .greet, .respond]) { $0 == 0 }))."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Did it do them once?", { $0.steps { $0 > 1 }.isEmpty },
      names: [
        .init("works-twice", if: { _ in true }) { seen in
          let twice = seen.steps { $0 > 1 }
          return
            "You called `\(twice[0].step)` for request \(twice[0].lane + 1) \(seen.times(twice[0].step, twice[0].lane)) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Is the response what the site made?", { $0.otherResponse == nil },
      names: [
        .init("changes-the-response", if: { _ in true }) {
          let other = $0.otherResponse!
          return "For request \(other.lane + 1) you returned \(other.yours), and it should be \(other.right)."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Are the steps in their order?", { $0.otherOrder == nil },
      names: [
        .init("in-another-order", if: { _ in true }) {
          "For request \($0.otherOrder!.lane + 1) it was \($0.otherOrder!.steps.map(\.rawValue).joined(separator: ", "))."
        }
      ], otherwise: { _ in "" }),
    .init(
      // A child task queues for the thread, behind the work of others.
      "Do the requests wait at the same time?", { $0.trial.end <= $0.both.right.end + .milliseconds(45) },
      names: [.init("waits-in-line", if: { $0.trial.peak == 1 }, \.both.took)], otherwise: \.both.took),
    .init("Was nothing left running?", { $0.trial.leak == nil }, otherwise: { $0.trial.leak! }),
  ])

  private static let onAnError = Diagnosis<Seen>([
    .init(
      "Was the error thrown?", { $0.errors.count > 0 },
      names: [
        .init("loses-the-error", if: { _ in true }) {
          "`\($0.failing!.step)` threw for request \($0.failing!.lane + 1), and you returned a response."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was it this error?", { $0.errors.count == 1 && $0.errors[0] is Probe.Unavailable },
      names: [
        .init("changes-the-error", if: { $0.errors.count == 1 }) {
          "`\($0.failing!.step)` threw Unavailable(request \($0.failing!.lane + 1)), and you threw \($0.errors[0])."
        }
      ], otherwise: { "One request failed, and you threw for \($0.errors.count)." }),
    .init(
      "Was it asked only once?", { $0.steps([.user, .courses]) { $0 > 1 }.isEmpty },
      names: [
        .init("tries-again", if: { _ in true }) {
          "`\($0.failing!.step)` threw for request \($0.failing!.lane + 1), and you called it again."
        }
      ], otherwise: { _ in "" }),
  ])

  /// A second fault: what becomes of an error. Only where the thread is the first.
  private static func alsoOnAnError(_ candidate: @escaping Function, _ first: Finding.Outcome) -> String? {
    guard case .mistake(let name, _) = first,
      ["keeps-the-thread-as-before", "awaits-only-one", "gives-way-first"].contains(name)
    else { return nil }
    return failures.contains { onAnError.outcome(of: compare(candidate, failing: $0, seed: nil)) != nil }
      ? "when a call throws, you don't throw its error." : nil
  }

  private static func compare(
    _ candidate: @escaping Function, failing: (lane: Int, step: CourseSite.Step)? = nil, seed: UInt64?
  ) -> Seen {
    note(
      question: "three requests at once"
        + (failing.map { "; `\($0.step)` threw for request \($0.lane + 1)" } ?? ", and no call throws"))
    var all: [CourseSite] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(requests: 3, seed: seed)
      let site = CourseSite(on: probe, salt: 41 + Int(seed ?? 0) * 3, failing: failing)
      all.append(site)
      return Trial(probe) {
        let tasks = probe.requests.map { request in
          Task(executorPreference: probe.loop) { try await function(request, site) }
        }
        var results: [Result<Response, any Error>] = []
        for task in tasks { results.append(await task.result) }
        return results
      }
    }
    return Seen(both: both, site: all[all.count - 2], failing: failing)
  }
}
