import EventLoop
import LessonKit
import Measurement
import Synchronization

/// Exercise 2.3: how it is told, and how an answer is judged.
enum ShedExercise {
  typealias Function = @Sendable (Int) -> any Shedding

  static let exercise = Exercise(
    "shed", question: "Refuse at once whom there is no room for.", file: "Shed.swift",
    hints: [
      "Two things to remember: whether somebody is being answered, and who waits, in order. When is there no room?",
      "A `[CheckedContinuation<Void, Never>]` is the line. Whoever ends takes the first out of it and resumes it.",
      "Hand the turn over in a `defer`, so that an error does not skip it; and leave `isBusy` true while you hand it over, or "
        + "somebody who comes at that moment walks past the line.",
    ],
    learner: { Shed(atMost: $0) } as Function, solution: { Solutions.Shed(atMost: $0) }, mistakes: mistakes,
    examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "unbounded-line",
      says:
        "You let everybody wait. Under overload the line grows without end, and all of them are answered too late: refuse "
        + "whom there is no room for.",
      { Mistakes.UnboundedLine(atMost: $0) }),
    Mistake(
      "loses-the-slot",
      says:
        "An answer that failed has not handed its turn over: nobody is answered any more. Hand it over however the answer "
        + "ends, by `defer` for example.",
      { Mistakes.LosesTheSlot(atMost: $0) }),
    Mistake(
      "refuses-too-early",
      says:
        "You refuse while there is still room. The one that is answered does not wait: so many may wait besides it.",
      { Mistakes.RefusesTooEarly(atMost: $0) }),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for (count, most, failing) in [
        (6, 2, Set<Int>()), (4, 1, []), (3, 5, []), (2, 0, []), (5, 3, [0]), (4, 2, [1]),
      ] {
        if let finding = judge(candidate, count: count, most: most, failing: failing, seed: seed) {
          return finding
        }
      }
    }
    return .passed()
  }

  private struct Failed: Error, Equatable {}
  private enum Outcome: Equatable { case answered, failed, refused(at: Duration), toDo, other(String) }

  private static func judge(
    _ candidate: @escaping Function, count: Int, most: Int, failing: Set<Int>, seed: UInt64?
  ) -> Finding? {
    let trial = run(candidate, count, most, failing, seed)
    let right = run({ Solutions.Shed(atMost: $0) }, count, most, failing, seed)
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    let outcomes = trial.value ?? []
    if outcomes.contains(.toDo) || trial.error is ToDo { return Finding(.toDo) }
    if trial.error is Stall, !failing.isEmpty {
      return finding(
        .mistake("loses-the-slot", detail: "Never begun: \(trial.notBegun.joined(separator: ", "))."))
    }
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    let refused = outcomes.count { if case .refused = $0 { true } else { false } }
    let room = max(0, count - 1 - most)
    let detail =
      "\(count) came within 5 ms, \(most) may wait: \(refused) were refused, and it should be \(room)."
    if trial.peak > 1 {
      return finding(.different("\(trial.peak) were answered at once, and only one may be."))
    }
    if refused == 0, room > 0 { return finding(.mistake("unbounded-line", detail: detail)) }
    if refused > room { return finding(.mistake("refuses-too-early", detail: detail)) }
    guard outcomes == right.value, trial.calls.map(\.lane) == right.calls.map(\.lane), trial.end == right.end
    else {
      return finding(.different("\(detail) Who waits is answered in order, who is refused hears it at once."))
    }
    return nil
  }

  private static func run(
    _ candidate: @escaping Function, _ count: Int, _ most: Int, _ failing: Set<Int>, _ seed: UInt64?
  ) -> Trial<[Outcome]> {
    let probe = Probe(lanes: (1...count).map { "request \($0)" }, seed: seed)
    let loop = probe.loop
    return Trial(probe) {
      let server = candidate(most)
      let tasks = (0..<count).map { lane in
        Task(executorPreference: loop) { () -> Outcome in
          // One after another, so that it is clear who comes first.
          try await loop.sleep(for: .milliseconds(lane))
          do {
            try await server.serve {
              try await probe.call(
                lane, takes: .milliseconds(50), failing.contains(lane) ? .failure(Failed()) : .success(()))
            }
            return .answered
          } catch is Failed { return .failed } catch is Refused {
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
