import EventLoop
import LessonKit
import Measurement

/// Exercise 3.1: how it is told, and how an answer is judged.
enum BridgeExercise {
  typealias Function = @Sendable (OldService) async throws -> String

  static let exercise = Exercise(
    "bridge", question: "Make one async function of a service that calls back.", file: "Bridge.swift",
    hints: [
      "Suspend with `service.withContinuation`, start the call inside, and resume in the callback, with an error too.",
      "The callback may come twice. Remember under a lock (`Mutex`) whether you have resumed already.",
      "`withTaskCancellationHandler { … } onCancel: { … }` around it all: keep the call that `start` returns where the handler "
        + "finds it, and mind that the cancellation may come before the call is there.",
    ],
    learner: { try await bridge($0) } as Function, solution: { try await Solutions.bridge($0) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "never-resumed-on-error",
      says:
        "Where the service fails, you never resume. Your task then waits for ever, and so does whoever awaits it: every way through "
        + "the callback has to resume.",
      { try await Mistakes.Bridge.neverOnError($0) }),
    Mistake(
      "resumed-twice",
      says:
        "You resume as often as the service calls back. A continuation may be resumed once: a second time ends the program "
        + "(`CheckedContinuation`) or corrupts it (`UnsafeContinuation`).",
      { try await Mistakes.Bridge.resumesTwice($0) }),
    Mistake(
      "blocks-the-loop",
      says:
        "You wait with the thread kept, as with a semaphore. It is the event loop's only thread: until the answer is there, nobody "
        + "else runs, and a callback that needs the loop would never come.",
      { try await Mistakes.Bridge.blocksTheLoop($0) }),
    Mistake(
      "ignores-cancellation",
      says:
        "Your task was cancelled and waited on for an answer that nobody wants. A continuation knows nothing of cancellation: "
        + "end the call in a cancellation handler.",
      { try await Mistakes.Bridge.ignoresCancellation($0) }),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
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

  private static let behaviours: [OldService.Behaviour] = [
    .init(), .init(fails: true), .init(callsTwice: true), .init(fails: true, callsTwice: true),
  ]

  private static func judge(
    _ candidate: @escaping Function, _ behaviour: OldService.Behaviour, seed: UInt64?
  ) -> Finding? {
    let (service, trial) = run(candidate, behaviour, seed: seed)
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, seed: seed)
    }
    if service.hasBlocked { return finding(.mistake("blocks-the-loop", detail: "")) }
    if behaviour.fails, service.resumed == 0, trial.error is Stall {
      return finding(.mistake("never-resumed-on-error", detail: ""))
    }
    if let obstacle = trial.obstacle(expected: nil, seed: seed) { return obstacle }
    if service.resumed > 1 {
      return finding(.mistake("resumed-twice", detail: "It was resumed \(service.resumed) times."))
    }
    if behaviour.fails {
      guard trial.error as? OldService.ConnectionLost == nil else { return nil }
      return finding(.different("The service failed with ConnectionLost, and you \(trial.ending)."))
    }
    guard trial.value != "paid" else { return nil }
    return finding(.different("The service answered \"paid\", and you \(trial.ending)."))
  }

  private static func judgeCancellation(
    _ candidate: @escaping Function, at instant: Duration, seed: UInt64?
  ) -> Finding? {
    let (service, trial) = run(candidate, .init(), cancelledAt: instant, seed: seed)
    if service.hasBlocked { return Finding(.mistake("blocks-the-loop", detail: ""), seed: seed) }
    if let obstacle = trial.obstacle(expected: nil, seed: seed) { return obstacle }
    if trial.end > instant || trial.error == nil || !trial.running.isEmpty {
      let detail =
        trial.end > instant || trial.error == nil
        ? "You \(trial.ending) after \(trial.end.inWholeMilliseconds), and were cancelled after \(instant.inWholeMilliseconds)."
        : "You returned at once, but the service's call goes on."
      return Finding(.mistake("ignores-cancellation", detail: detail), yours: trial.timeline, seed: seed)
    }
    guard trial.error is CancellationError else {
      return Finding(
        .different("You were cancelled, and \(trial.ending)."), yours: trial.timeline, seed: seed)
    }
    guard service.resumed > 1 else { return nil }
    return Finding(.mistake("resumed-twice", detail: "It happens when the task is cancelled."), seed: seed)
  }

  private static func run(
    _ candidate: @escaping Function, _ behaviour: OldService.Behaviour, cancelledAt instant: Duration? = nil,
    seed: UInt64?
  ) -> (OldService, Trial<String>) {
    let probe = Probe(lanes: ["the call"], seed: seed)
    let service = OldService(behaviour, on: probe)
    let trial = Trial(probe) {
      guard let instant else {
        let answer = await Result.of { try await candidate(service) }
        // A second callback comes right after the first: let it come.
        await Task.yield()
        return try answer.get()
      }
      let task = Task(executorPreference: probe.loop) { try await candidate(service) }
      try await probe.loop.sleep(for: instant)
      task.cancel()
      let answer = await task.result
      await Task.yield()
      return try answer.get()
    }
    return (service, trial)
  }
}

extension Trial {
  /// How the candidate ended, for a sentence.
  var ending: String {
    switch outcome {
    case .success(let value): "returned \(value)"
    case .failure(let error): "threw \(error)"
    }
  }
}

extension Result where Failure == any Error {
  /// What a function returns or throws.
  static func of(_ body: () async throws -> Success) async -> Result {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
