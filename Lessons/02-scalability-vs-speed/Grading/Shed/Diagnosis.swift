import EventLoop
import LessonKit
import Measurement

extension ShedGrading {
  /// Requests that arrive at stated milliseconds, of which each takes 50, and some fail.
  private struct Setting {
    var arrivals: [Int]
    var most: Int
    var failing: Set<Int> = []
    /// Whether some arrive at the very instant at which another ends.
    var meetsAnEnd = false
  }

  private static let settings = [
    Setting(arrivals: [0, 1, 2, 3, 4, 5], most: 2), Setting(arrivals: [0, 1, 2, 3], most: 1),
    Setting(arrivals: [0, 1, 2], most: 5), Setting(arrivals: [0, 1], most: 0),
    Setting(arrivals: [0, 1, 2, 3, 4], most: 3, failing: [0]),
    Setting(arrivals: [0, 1, 2, 3], most: 2, failing: [1]),
    Setting(arrivals: [0, 60, 120], most: 1, failing: [0]),
    Setting(arrivals: [0, 1, 50, 50, 100, 150], most: 5, meetsAnEnd: true),
    Setting(arrivals: [0, 1, 2, 100, 100], most: 5, failing: [1], meetsAnEnd: true),
    Setting(arrivals: [0, 1, 60], most: 1),
  ]

  /// Requests drawn by lot, the fewest first. No two arrive at once, and none as another ends: each has its own rest of 50, and an
  /// answer ends at that of one that came to an idle server.
  private static let drawn: [Setting] = (0..<40).map { place in
    var chance = Chance(seed: UInt64(place), size: Double(place) / 40)
    let count = chance.count(3...9)
    let arrivals = (0..<count).map { $0 * 5 + 1 + 50 * chance.whole(0...chance.count(1...6)) }
    return Setting(
      arrivals: arrivals.sorted(), most: chance.whole(0...3),
      failing: Set((0..<count).filter { _ in chance.isSo(oneIn: 4) }))
  }

  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3, 4, 5] as [UInt64?] {
      for setting in settings {
        let both = Comparison(candidate, with: solution, seed: seed) { run($0, setting, seed) }
        if let finding = finding(both, setting) { return finding }
      }
    }
    for (place, setting) in drawn.enumerated() {
      let seed = UInt64(place)
      let both = Comparison(candidate, with: solution, seed: seed) { run($0, setting, seed) }
      if let finding = finding(both, setting) { return finding }
    }
    return .passed(
      """
      You refuse a request at once if it would have to wait too long, and a request that has a place keeps it. A queue with a ticket for each request does \
      the same; it needs no list of continuations, but every end wakes all that wait. Next: threads or tasks, and what each costs.
      """)
  }

  private enum Outcome: Equatable { case answered, failed, refused(at: Duration), toDo, other(String) }

  private struct Observed {
    var setting: Setting
    var trial: Trial<[Outcome]>
    var right: Trial<[Outcome]>
    var outcomes: [Outcome] { trial.value ?? [] }

    /// The lanes of requests that were refused. One that had begun was not, whatever it was told.
    func refused(_ trial: Trial<[Outcome]>) -> [Int] {
      (trial.value ?? []).enumerated().filter { lane, outcome in
        if case .refused = outcome { !trial.calls.contains { $0.lane == lane } } else { false }
      }.map(\.offset)
    }
    var yours: Int { refused(trial).count }
    var room: Int { refused(right).count }

    /// The lanes of requests that were refused although none was being answered when they arrived.
    var refusedByAnIdleServer: [Int] {
      refused(trial).filter { trial.inFlight(at: .milliseconds(setting.arrivals[$0])) == 0 }
    }
    /// The lane of the first request that was wrongly refused, if there was room but for the place of one that had waited and was being
    /// answered when it arrived.
    var refusedForAPlaceInUse: Int? {
      guard let lane = refused(trial).first(where: { !refused(right).contains($0) }) else { return nil }
      let now = Duration.milliseconds(setting.arrivals[lane])
      let answered = trial.calls.first { $0.start <= now && now < $0.end ?? .seconds(Int64.max) }
      let waiting = trial.calls.count {
        .milliseconds(setting.arrivals[$0.lane]) < now && now < $0.start
      }
      guard let answered, .milliseconds(setting.arrivals[answered.lane]) < answered.start,
        waiting + 1 == setting.most
      else { return nil }
      return lane
    }
    /// The lanes of requests that were answered, and threw something else than their answer.
    var changed: [Int] {
      outcomes.indices.filter { lane in
        guard let call = trial.calls.first(where: { $0.lane == lane }), call.outcome == .failed else {
          return false
        }
        return outcomes[lane] != .failed && outcomes[lane] != .answered
      }
    }

    /// The lanes of requests that were refused, but later than when they arrived.
    var late: [Int] {
      refused(trial).filter {
        if case .refused(let instant) = outcomes[$0] {
          instant > .milliseconds(setting.arrivals[$0])
        } else {
          false
        }
      }
    }
    /// The request that came in at the very moment at which one that waited was refused, if it was so for all that were refused late.
    var tookThePlace: Int? {
      let others = late.map { lane in
        setting.arrivals.indices.first { other in
          let arrival = Outcome.refused(at: .milliseconds(setting.arrivals[other]))
          return other > lane && outcomes[lane] == arrival && outcomes[other] != arrival
        }
      }
      return others.contains(nil) ? nil : others.first ?? nil
    }
    /// The lanes of requests that are said to be answered, and never were.
    var unanswered: [Int] {
      outcomes.indices.filter { lane in
        outcomes[lane] == .answered && !trial.calls.contains { $0.lane == lane }
      }
    }
    /// The lanes whose answer threw an error that `serve` did not throw.
    var swallowed: [Int] {
      setting.failing.sorted().filter { outcomes.indices.contains($0) && outcomes[$0] == .answered }
    }

    var counts: String {
      "Of \(setting.arrivals.count) requests, at \(setting.arrivals.map(String.init).joined(separator: ", ")) ms, with room for "
        + "\(setting.most) to wait, \(yours) \(yours == 1 ? "was" : "were") refused; \(room) should be."
    }
    var areTheSameAnswered: Bool { Set(trial.calls.map(\.lane)) == Set(right.calls.map(\.lane)) }
    var order: String { text(trial) }
    func text(_ trial: Trial<[Outcome]>) -> String {
      trial.calls.map { "\($0.lane + 1)" }.joined(separator: ", ")
    }
  }

  private static let diagnosis = Diagnosis<Observed>([
    .init(
      "Is one request answered at a time?", { $0.trial.peak <= 1 },
      names: [
        .init("frees-before-it-hands-over", if: { $0.setting.meetsAnEnd }) { _ in
          "A request that arrived at the very moment at which another ended was let in beside the next in line."
        },
        .init("overlaps-answers", if: { $0.trial.peak > 1 }) {
          "Up to \($0.trial.peak) were being answered at once."
        },
      ], otherwise: { "\($0.trial.peak) requests were being answered at once, and only one may be." }),
    .init(
      "Is `answer` called for every request that `serve` returns for?", { $0.unanswered.isEmpty },
      names: [
        .init("never-answers", if: { !$0.unanswered.isEmpty }) {
          "`serve` returned for request \($0.unanswered[0] + 1), and its `answer` was never called."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Are those refused that there is no room for, and no others?", { $0.yours == $0.room },
      names: [
        .init("unbounded-line", if: { $0.yours == 0 }) { $0.counts },
        .init("refuses-when-idle", if: { !$0.refusedByAnIdleServer.isEmpty && $0.yours > $0.room }) {
          "Request \($0.refusedByAnIdleServer[0] + 1) arrived when none was being answered, and was refused. \($0.counts)"
        },
        .init("frees-the-place-late", if: { $0.yours > $0.room && $0.refusedForAPlaceInUse != nil }) {
          "Request \($0.refusedForAPlaceInUse! + 1) was refused, while one that had waited was being answered. \($0.counts)"
        },
        .init("refuses-too-early", if: { $0.yours > $0.room }) { $0.counts },
        .init("one-too-many-waits", if: { $0.yours < $0.room }) { $0.counts },
      ], otherwise: { $0.counts }),
    .init(
      "Does a refused request hear it at once?", { $0.late.isEmpty },
      names: [
        .init("gives-a-place-away", if: { $0.tookThePlace != nil }) {
          "Request \($0.late[0] + 1) arrived at \($0.setting.arrivals[$0.late[0]]) ms and waited. When request \($0.tookThePlace! + 1) came, it was refused."
        },
        .init("refuses-late", if: { !$0.late.isEmpty }) {
          "Request \($0.late[0] + 1) arrived at \($0.setting.arrivals[$0.late[0]]) ms, and heard of it only later."
        },
      ], otherwise: { _ in "" }, alsoSeen: { _ in "requests are refused later than when they arrive." }),
    .init(
      "Are those that wait answered in the order in which they came?",
      { $0.trial.calls.map(\.lane) == $0.right.calls.map(\.lane) },
      names: [
        .init("loses-the-order", if: { $0.areTheSameAnswered }) {
          "They were answered in the order \($0.order); they came in the order \($0.text($0.right))."
        }
      ],
      otherwise: { "The requests \($0.order) were answered; right is \($0.text($0.right))." },
      alsoSeen: {
        $0.areTheSameAnswered
          ? "requests were answered in the order \($0.order), and came in the order \($0.text($0.right))."
          : ""
      }),
    .init(
      "Does an error of an answer come through?", { $0.swallowed.isEmpty },
      names: [
        .init("swallows-the-error", if: { !$0.swallowed.isEmpty }) {
          "The answer to request \($0.swallowed[0] + 1) threw, and `serve` returned as if all were well."
        }
      ], otherwise: { _ in "" },
      alsoSeen: { "the answer to request \($0.swallowed[0] + 1) threw, and you did not throw its error." }),
    .init(
      "Is it the answer's own error?", { $0.changed.isEmpty },
      names: [
        .init("changes-the-error", if: { _ in true }) {
          "The answer to request \($0.changed[0] + 1) threw Unavailable, and you threw \(name($0.outcomes[$0.changed[0]]))."
        }
      ], otherwise: { _ in "" },
      alsoSeen: {
        "the answer to request \($0.changed[0] + 1) threw Unavailable, and you threw \(name($0.outcomes[$0.changed[0]]))."
      }),
    .init(
      "Does every request end as it should?", { $0.outcomes == $0.right.value },
      otherwise: { seen in
        let place = seen.outcomes.indices.first { seen.outcomes[$0] != seen.right.value?[$0] } ?? 0
        return
          "Request \(place + 1) ended as \(seen.outcomes[place]); right is \(seen.right.value.map { "\($0[place])" } ?? "another")."
      }),
    .init(
      "Does the next begin as soon as one ends?", { $0.trial.end <= $0.right.end },
      otherwise: {
        "All were answered after \($0.trial.end.inWholeMilliseconds), and could be after \($0.right.end.inWholeMilliseconds): the server was "
          + "idle while requests waited."
      }),
  ])

  /// What a request was told, for a sentence.
  private static func name(_ outcome: Outcome) -> String {
    switch outcome {
    case .answered: "nothing"
    case .failed: "Unavailable"
    case .refused: "Refused"
    case .toDo: "ToDo"
    case .other(let error): error
    }
  }

  private static func finding(_ both: Comparison<[Outcome]>, _ setting: Setting) -> Finding? {
    let trial = both.trial
    if trial.value?.contains(.toDo) == true { return Finding(.toDo) }
    if trial.error is Stall, let finding = stalled(both, setting) { return finding }
    if let obstacle = both.obstacle { return obstacle }
    return diagnosis.outcome(of: Observed(setting: setting, trial: trial, right: both.right)).map {
      var finding = both.finding($0)
      let (yours, expected) = (drawn(trial, setting), drawn(both.right, setting))
      if yours != expected { (finding.yours, finding.expected) = (yours, expected) }
      return finding
    }
  }

  /// What is to be said where requests are left waiting for ever.
  private static func stalled(_ both: Comparison<[Outcome]>, _ setting: Setting) -> Finding? {
    let (trial, right) = (both.trial, both.right)
    // Who was to be answered and never was.
    let left = right.calls.map(\.lane).filter { lane in !trial.calls.contains { $0.lane == lane } }
    guard !left.isEmpty, !trial.calls.isEmpty, trial.running.isEmpty else { return nil }
    let waiting = "Never answered: \(left.map { "request \($0 + 1)" }.joined(separator: ", "))."
    if trial.calls.contains(where: { $0.outcome == .failed }) {
      return both.mistake("loses-the-slot", waiting)
    }
    let wereWoken = trial.calls.contains { $0.start > .milliseconds(setting.arrivals[$0.lane]) }
    guard wereWoken else { return both.mistake("never-wakes-the-next", waiting) }
    return both.mistake("loses-one-that-waits", waiting)
  }

  /// A trial with each request from when it arrived, and with a refused one only until it heard that it is.
  private static func drawn(_ trial: Trial<[Outcome]>, _ setting: Setting) -> Timeline {
    var timeline = trial.timeline
    for (place, outcome) in (trial.value ?? []).enumerated() where place < timeline.lanes.count {
      let arrival = Duration.milliseconds(setting.arrivals[place])
      var lane = timeline.lanes[place]
      lane.arrival = arrival
      lane.spans = lane.spans.compactMap { span in
        span.end <= arrival
          ? nil : Span(span.kind, from: max(span.start, arrival), to: span.end, thread: span.thread)
      }
      if case .refused(let instant) = outcome {
        lane.label += " (refused)"
        lane.spans = instant > arrival ? [Span(.queue, from: arrival, to: instant)] : []
        lane.departure = instant
      }
      timeline.lanes[place] = lane
    }
    return timeline
  }

  private static func run(
    _ candidate: @escaping Function, _ setting: Setting, _ seed: UInt64?
  ) -> Trial<[Outcome]> {
    let arrivals = setting.arrivals.prefix(12).map(String.init).joined(separator: ", ")
    let failing = setting.failing.sorted().prefix(12).map { "\($0 + 1)" }.joined(separator: ", ")
    note(
      question:
        "at most \(setting.most) may wait; \(setting.arrivals.count) requests, which arrive after \(arrivals)"
        + (setting.arrivals.count > 12 ? ", … ms" : " ms")
        + (failing.isEmpty ? "" : "; failing: request \(failing)"))
    let probe = Probe(requests: setting.arrivals.count, seed: seed)
    let loop = probe.loop
    return Trial(probe) {
      let server = candidate(setting.most)
      let tasks = setting.arrivals.enumerated().map { lane, arrival in
        Task(executorPreference: loop) { () -> Outcome in
          try await loop.sleep(for: .milliseconds(arrival))
          do {
            try await server.serve {
              try await probe.call(
                lane, takes: .milliseconds(50),
                setting.failing.contains(lane) ? .failure(probe.unavailable(lane)) : .success(()))
            }
            return .answered
          } catch is Probe.Unavailable { return .failed } catch is Refused {
            return .refused(at: loop.clock.now.offset)
          } catch is ToDo { return .toDo } catch { return .other("\(error)") }
        }
      }
      var outcomes: [Outcome] = []
      for task in tasks { outcomes.append(try await task.value) }
      return outcomes
    }
  }
}
