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
      if let finding = judgeCancellation(candidate, at: nil, seed: seed) { return finding }
    }
    return .passed()
  }

  private static func judge(
    _ candidate: @escaping Function, _ behaviour: OldService.Behaviour, seed: UInt64?
  ) -> Finding? {
    let (both, service) = compare(candidate, behaviour, seed: seed)
    let (trial, log) = (both.trial, service.log)
    if let found = threads(both, service) { return found }
    if log.started > 1 {
      return both.mistake("calls-twice", "You called `start` \(log.started) times for one answer.")
    }
    if trial.error is Stall, log.resumed == 0, log.started == 1 {
      return behaviour.fails ? both.mistake("never-resumed-on-error") : both.mistake("never-resumed")
    }
    if let obstacle = both.obstacle { return obstacle }
    if log.resumed > 1 {
      return both.mistake("resumed-twice", "It was resumed \(log.resumed) times.")
    }
    if log.started == 0 {
      return both.mistake("never-calls", "You \(shown(trial)), and `start` was never called.")
    }
    if trial.end < behaviour.takes {
      return both.mistake(
        "returns-early",
        "The answer came after \(behaviour.takes.inWholeMilliseconds). You \(shown(trial)) after "
          + "\(trial.end.inWholeMilliseconds).", showing: "bridge()")
    }
    if trial.end > both.right.end {
      return both.mistake(
        "returns-late",
        "The answer came after \(both.right.end.inWholeMilliseconds), and you \(shown(trial)) after \(trial.end.inWholeMilliseconds).",
        showing: "bridge()")
    }
    if behaviour.fails {
      guard trial.error as? OldService.ConnectionLost == nil else { return nil }
      return both.mistake(
        trial.error == nil ? "loses-the-error" : "changes-the-error",
        "The service failed with ConnectionLost, and you \(shown(trial)).")
    }
    guard trial.value != "paid" else { return nil }
    if let error = trial.error {
      return both.mistake("invents-an-error", "The service answered \"paid\", and you threw \(error).")
    }
    return both.mistake("changes-the-answer", "The service answered \"paid\", and you \(shown(trial)).")
  }

  /// - Parameter instant: when the task is cancelled; `nil` for before it begins.
  private static func judgeCancellation(
    _ candidate: @escaping Function, at instant: Duration?, seed: UInt64?
  ) -> Finding? {
    let (both, service) = compare(
      candidate, .init(), cancelledAt: instant, isCancelledBefore: instant == nil, seed: seed)
    let (trial, log) = (both.trial, service.log)
    if let found = threads(both, service) { return found }
    let cancelled =
      instant.map { "You were cancelled after \($0.inWholeMilliseconds)" }
      ?? "You were cancelled before you began"
    if log.started > 1 {
      return both.mistake("calls-twice", "\(cancelled), and had called `start` \(log.started) times.")
    }
    if trial.error is Stall, log.resumed == 0 {
      return both.mistake(
        "never-resumed-when-cancelled", "\(cancelled), and your code never returns: \(trial.error!).")
    }
    if let obstacle = both.obstacle { return obstacle }
    if trial.end > instant ?? .zero {
      // Whatever is cancelled later has been seen to end at once.
      guard instant != nil else {
        return both.mistake(
          "forgets-an-early-cancellation",
          "\(cancelled), and you \(shown(trial)) after \(trial.end.inWholeMilliseconds).")
      }
      if beginsNothingWhenCancelled(candidate, seed: seed) {
        return both.mistake(
          "asks-only-before",
          "\(cancelled), and you \(shown(trial)) after \(trial.end.inWholeMilliseconds). Cancelled before it began, your code started no call."
        )
      }
      return both.mistake(
        "ignores-cancellation",
        "\(cancelled), and you \(shown(trial)) after \(trial.end.inWholeMilliseconds).")
    }
    if trial.error == nil {
      return both.mistake("loses-the-cancellation", "\(cancelled), and you \(shown(trial)).")
    }
    if !trial.running.isEmpty {
      return both.mistake(
        instant == nil ? "begins-a-cancelled-call" : "call-runs-on",
        "\(cancelled), and you returned at once.", showing: "bridge()")
    }
    guard trial.error is CancellationError else {
      return both.mistake("changes-the-error", "\(cancelled), and you \(shown(trial)).")
    }
    guard log.resumed > 1 else { return nil }
    return both.mistake("resumed-twice", "It happens when the task is cancelled.")
  }

  /// Whether a task that is cancelled before it begins is done at once, and has started no call.
  private static func beginsNothingWhenCancelled(_ candidate: @escaping Function, seed: UInt64?) -> Bool {
    let (both, service) = compare(candidate, .init(), isCancelledBefore: true, seed: seed)
    return both.trial.error is CancellationError && both.trial.end == .zero && service.log.started == 0
  }

  /// How it ended; an empty text would not be seen.
  private static func shown(_ trial: Trial<String>) -> String {
    trial.value.map { "returned \"\($0)\"" } ?? trial.ending
  }

  /// Which thread was kept, if one was.
  private static func threads(_ both: Comparison<String>, _ service: OldService) -> Finding? {
    if both.trial.error is TooManyTurns { return both.obstacle }
    if service.log.hasBlockedElsewhere { return both.mistake("blocks-another-thread") }
    if service.log.hasBlocked { return both.mistake("blocks-the-loop") }
    return nil
  }

  /// The candidate's trial beside the solution's, and the service that the candidate had.
  private static func compare(
    _ candidate: @escaping Function, _ behaviour: OldService.Behaviour, cancelledAt instant: Duration? = nil,
    isCancelledBefore: Bool = false, seed: UInt64?
  ) -> (both: Comparison<String>, service: OldService) {
    note(
      question:
        "a call that \(behaviour.fails ? "fails" : "answers") after \(behaviour.takes.inWholeMilliseconds)"
        + (behaviour.callsTwice ? " and calls back twice" : "")
        + (instant.map { "; cancelled after \($0.inWholeMilliseconds)" } ?? "")
        + (isCancelledBefore ? "; cancelled before it begins" : ""))
    var services: [OldService] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(lanes: ["the call"], seed: seed)
      let service = OldService(behaviour, on: probe)
      services.append(service)
      return Trial(probe) {
        let task = Task(executorPreference: probe.loop) { try await function(service) }
        // The loop's only thread is here: the task has not begun.
        if isCancelledBefore { task.cancel() }
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
