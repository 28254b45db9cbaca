import EventLoop
import LessonKit
import Measurement

extension BridgeGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    let behaviours: [OldService.Behaviour] = [
      .init(), .init(fails: true), .init(callsTwice: true), .init(fails: true, callsTwice: true),
    ]
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for behaviour in behaviours {
        if let finding = judge(candidate, behaviour, seed: seed) { return finding }
      }
      for cancelled in [0, 20, 59] {
        if let finding = judgeCancellation(candidate, at: .milliseconds(cancelled), seed: seed) {
          return finding
        }
      }
    }
    return .passed()
  }

  private static func judge(
    _ candidate: @escaping Function, _ behaviour: OldService.Behaviour, seed: UInt64?
  ) -> Finding? {
    let (both, service) = compare(candidate, behaviour, seed: seed)
    let trial = both.trial
    if service.hasBlocked { return both.mistake("blocks-the-loop") }
    if behaviour.fails, service.resumed == 0, trial.error is Stall {
      return both.mistake("never-resumed-on-error")
    }
    if let obstacle = both.obstacle { return obstacle }
    if service.resumed > 1 {
      return both.mistake("resumed-twice", "It was resumed \(service.resumed) times.")
    }
    if behaviour.fails {
      guard trial.error as? OldService.ConnectionLost == nil else { return nil }
      return both.different("The service failed with ConnectionLost, and you \(trial.ending).")
    }
    guard trial.value != "paid" else { return nil }
    return both.different("The service answered \"paid\", and you \(trial.ending).")
  }

  private static func judgeCancellation(
    _ candidate: @escaping Function, at instant: Duration, seed: UInt64?
  ) -> Finding? {
    let (both, service) = compare(candidate, .init(), cancelledAt: instant, seed: seed)
    let trial = both.trial
    if service.hasBlocked { return both.mistake("blocks-the-loop") }
    if let obstacle = both.obstacle { return obstacle }
    if trial.end > instant || trial.error == nil {
      return both.mistake(
        "ignores-cancellation",
        "You were cancelled after \(instant.inWholeMilliseconds), and you \(trial.ending) after "
          + "\(trial.end.inWholeMilliseconds).")
    }
    if !trial.running.isEmpty {
      return both.mistake("ignores-cancellation", "You returned at once, but the service's call runs on.")
    }
    guard trial.error is CancellationError else {
      return both.different("You were cancelled, and you \(trial.ending).")
    }
    guard service.resumed > 1 else { return nil }
    return both.mistake("resumed-twice", "It happens when the task is cancelled.")
  }

  /// The candidate's trial beside the solution's, and the service that the candidate had.
  private static func compare(
    _ candidate: @escaping Function, _ behaviour: OldService.Behaviour, cancelledAt instant: Duration? = nil,
    seed: UInt64?
  ) -> (both: Comparison<String>, service: OldService) {
    var services: [OldService] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(lanes: ["the call"], seed: seed)
      let service = OldService(behaviour, on: probe)
      services.append(service)
      return Trial(probe) {
        let task = Task(executorPreference: probe.loop) { try await function(service) }
        if let instant {
          try await probe.loop.sleep(for: instant)
          task.cancel()
        }
        let answer = await task.result
        // A second callback comes right after the first: let it come.
        await Task.yield()
        return try answer.get()
      }
    }
    return (both, services[0])
  }
}
