import EventLoop
import LessonKit
import Measurement

extension ShedGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
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

  private enum Outcome: Equatable { case answered, failed, refused(at: Duration), toDo, other(String) }

  private static func judge(
    _ candidate: @escaping Function, count: Int, most: Int, failing: Set<Int>, seed: UInt64?
  ) -> Finding? {
    let both = Comparison(candidate, with: solution, seed: seed) { run($0, count, most, failing, seed) }
    let (trial, right) = (both.trial, both.right)
    let outcomes = trial.value ?? []
    if outcomes.contains(.toDo) { return Finding(.toDo) }
    if trial.error is Stall, !failing.isEmpty {
      return both.mistake("loses-the-slot", "Never started: \(trial.notBegun.joined(separator: ", ")).")
    }
    if let obstacle = both.obstacle { return obstacle }
    let refused = outcomes.count { if case .refused = $0 { true } else { false } }
    let room = max(0, count - 1 - most)
    let detail =
      "\(count) requests came within 5 ms, and \(most) may wait: \(refused) were refused, and it should be \(room)."
    if trial.peak > 1 {
      return both.different("\(trial.peak) requests were being answered at once, and only one may be.")
    }
    if refused == 0, room > 0 { return both.mistake("unbounded-line", detail) }
    if refused > room { return both.mistake("refuses-too-early", detail) }
    guard outcomes == right.value, trial.calls.map(\.lane) == right.calls.map(\.lane), trial.end == right.end
    else {
      return both.different(
        "\(detail) Requests that wait are answered in the order in which they came, and one that is refused hears it at once."
      )
    }
    return nil
  }

  private static func run(
    _ candidate: @escaping Function, _ count: Int, _ most: Int, _ failing: Set<Int>, _ seed: UInt64?
  ) -> Trial<[Outcome]> {
    let probe = Probe(requests: count, seed: seed)
    let loop = probe.loop
    return Trial(probe) {
      let server = candidate(most)
      let tasks = (0..<count).map { lane in
        Task(executorPreference: loop) { () -> Outcome in
          // A little apart, so that it is clear which comes first.
          try await loop.sleep(for: .milliseconds(lane))
          do {
            try await server.serve {
              try await probe.call(
                lane, takes: .milliseconds(50),
                failing.contains(lane) ? .failure(probe.unavailable(lane)) : .success(()))
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
