import EventLoop
import LessonKit
import Measurement
import Workload

/// Exercise 1.1: how it is told, and how an answer is judged.
enum OverlapExercise {
  typealias Answer = @Sendable (Request) async throws -> Response
  typealias Function = @Sendable ([Request], EventLoop, @escaping Answer) async throws -> [Response]

  static let exercise = Exercise(
    "overlap", question: "Answer all of the requests, and let their waits overlap.", file: "Overlap.swift",
    hints: [
      "A loop that awaits in its body begins the second request after the first is answered. Begin all of them first.",
      "A task group begins a child task with `addTask`, which does not wait. What comes out of the group comes in the "
        + "order in which the children end, so let each child say which place its response belongs to.",
      "`withThrowingTaskGroup(of: (Int, Response).self)`, `group.addTask { (place, try await answer(request)) }`, then "
        + "`for try await (place, response) in group`.",
    ],
    learner: { try await overlap($0, on: $1, answer: $2) } as Function,
    solution: { try await Solutions.overlap($0, on: $1, answer: $2) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "awaits-in-the-loop",
      says:
        "You await each request before you begin the next: that is the serial server again, with `await` written "
        + "on it. `await` gives the thread back, but your loop does not go on until the answer is there.",
      { try await Mistakes.Overlap.awaitsInTheLoop($0, on: $1, answer: $2) }),
    Mistake(
      "completion-order",
      says:
        "You return the responses in the order in which they were answered. Whoever asked first would read "
        + "somebody else's page: keep the place of each request beside its task.",
      { try await Mistakes.Overlap.completionOrder($0, on: $1, answer: $2) }),
    Mistake(
      "returns-early",
      says:
        "You return before all requests are answered. A task that is begun is not a task that is done: await its "
        + "value, or its group.",
      { try await Mistakes.Overlap.returnsEarly($0, on: $1, answer: $2) }),
    Mistake(
      "guesses-the-time",
      says:
        "You sleep for a guessed time instead of awaiting the tasks. Too short loses responses, too long wastes "
        + "time, and no guess is right for every request: await the tasks themselves.",
      { try await Mistakes.Overlap.guessesTheTime($0, on: $1, answer: $2) }),
    Mistake(
      "loses-the-error",
      says:
        "A request failed, and you returned as if all were well. Whoever called cannot tell a missing response from "
        + "one that never was: let the error through.",
      { try await Mistakes.Overlap.losesTheError($0, on: $1, answer: $2) }),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for milliseconds in [[60, 200, 100], [300, 20, 400, 20], []] {
        if let finding = judge(candidate, milliseconds, seed: seed) { return finding }
      }
      if let finding = judgeErrors(candidate, seed: seed) { return finding }
    }
    return .passed
  }

  /// Requests of different lengths: all are begun at once, and answered in their order.
  private static func judge(_ candidate: @escaping Function, _ milliseconds: [Int], seed: UInt64?) -> Finding?
  {
    let trial = run(candidate, milliseconds, seed: seed)
    let right = run({ try await Solutions.overlap($0, on: $1, answer: $2) }, milliseconds, seed: seed)
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    if let obstacle = trial.obstacle { return obstacle }
    let answered = trial.calls.compactMap(\.end)
    if trial.end > .zero, !answered.contains(trial.end) {
      return finding(
        .mistake(
          "guesses-the-time",
          detail: "You returned after \(trial.end.inWholeMilliseconds), when nothing else happened."))
    }
    if !trial.running.isEmpty || trial.calls.count < milliseconds.count, trial.error == nil {
      let missing = milliseconds.count - trial.calls.count { $0.outcome == .returned }
      return finding(
        .mistake("returns-early", detail: "\(missing) of \(milliseconds.count) were not answered."))
    }
    if milliseconds.count > 1, trial.peak == 1 {
      return finding(
        .mistake(
          "awaits-in-the-loop",
          detail: "It took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds)."))
    }
    switch trial.outcome {
    case .failure(let error):
      return finding(.different("No request failed, and you threw \(error)."))
    case .success(let responses) where responses == right.value:
      guard trial.end > right.end else { return nil }
      return finding(
        .different(
          "All responses are right, but it took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds): "
            + "up to \(trial.peak) of \(milliseconds.count) requests were under way at once. Begin all of them first."
        ))
    case .success(let responses)
    where Set(responses) == Set(right.value ?? []) && responses.count == milliseconds.count:
      return finding(.mistake("completion-order", detail: ""))
    case .success(let responses):
      return finding(
        .different(
          "\(milliseconds.count) requests were answered, and you returned \(responses.count) responses, not all "
            + "of them those that the requests got."))
    }
  }

  /// One request fails: so does the whole.
  private static func judgeErrors(_ candidate: @escaping Function, seed: UInt64?) -> Finding? {
    for failing in 0..<3 {
      let trial = run(candidate, [60, 200, 100], failing: failing, seed: seed)
      if let obstacle = trial.obstacle { return obstacle }
      guard let error = trial.error else {
        return Finding(
          .mistake("loses-the-error", detail: "It was request \(failing + 1) that failed."),
          yours: trial.timeline, seed: seed)
      }
      guard error as? Unavailable == Unavailable() else {
        return Finding(
          .different("Request \(failing + 1) failed with \(Unavailable()), and you threw \(error)."),
          seed: seed)
      }
    }
    return nil
  }

  private struct Unavailable: Error, Equatable {}

  private static func run(
    _ candidate: @escaping Function, _ milliseconds: [Int], failing: Int? = nil, seed: UInt64?
  ) -> Trial<[Response]> {
    let labels = milliseconds.indices.map { "request \($0 + 1)" }
    let probe = Probe(lanes: labels, seed: seed)
    let requests = labels.map { Request($0, steps: []) }
    return Trial(probe) {
      try await candidate(requests, probe.loop) { request in
        let lane = labels.firstIndex(of: request.label)!
        return try await probe.call(
          lane, takes: .milliseconds(milliseconds[lane]),
          lane == failing
            ? .failure(Unavailable()) : .success(Response(greeting: "Hello, \(request.label)", courses: [])))
      }
    }
  }
}
