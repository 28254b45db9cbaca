import EventLoop
import Foundation
import LessonKit
import Measurement

/// Exercise 3.2: how it is told, and how an answer is judged.
enum UnblockExercise {
  typealias Function = @Sendable (Int, Invoices) async throws -> String

  static let exercise = Exercise(
    "unblock", question: "Find out what blocks a handler, and mend it.", file: "Unblock.swift",
    hints: [
      "A call without `await` that takes long keeps the thread. Which of the two has no `await`?",
      "`Task.yield()` gives the thread back before the call, not during it. And Swift's own pool has as many threads as the machine "
        + "has cores: who blocks them stops all other tasks there.",
      "`try await invoices.onOwnThread { invoices.printed(order) }`",
    ],
    learner: { try await unblock($0, $1) } as Function, solution: { try await Solutions.unblock($0, $1) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "blocks-the-loop",
      says:
        "`printed` waits and keeps the event loop's only thread; that it is called from an `async` function does not change it.",
      { try await Mistakes.Unblock.blocksTheLoop($0, $1) }),
    Mistake(
      "yields-first",
      says:
        "You let others go first, with `Task.yield` or a child task, and then block all the same: they run before the call, not "
        + "during it.",
      { try await Mistakes.Unblock.yieldsFirst($0, $1) }),
    Mistake(
      "blocks-the-pool",
      says:
        "You block a thread of Swift's own pool instead of the loop's (`Task.detached` runs there). The pool has as many threads as the "
        + "machine has cores and never grows: a few such calls at once, and no task on it runs any more.",
      { try await Mistakes.Unblock.blocksThePool($0, $1) }),
    Mistake(
      "bigger-pool",
      says:
        "You make the pool wider. It is made to be as wide as there are cores, because its tasks compute; blocked threads fill any width, "
        + "and until then too many of them compete. What blocks belongs on a thread of its own.",
      { try await Mistakes.Unblock.biggerPool($0, $1) }),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for count in [1, 8, 20] {
        if let finding = judge(candidate, count, seed: seed) { return finding }
      }
      let trial = run(candidate, 4, failing: 2, seed: seed).trial
      guard trial.error is Invoices.NoSuchOrder else {
        return Finding(
          .different("Order 2 does not exist, its reading threw NoSuchOrder, and you \(trial.ending)."),
          seed: seed)
      }
    }
    return .passed()
  }

  private static func judge(_ candidate: @escaping Function, _ count: Int, seed: UInt64?) -> Finding? {
    let (invoices, trial) = run(candidate, count, seed: seed)
    let right = run({ try await Solutions.unblock($0, $1) }, count, seed: seed).trial
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    if hasLeft(invoices, trial) {
      guard invoices.log.isOnPool else {
        return Finding(
          .different(
            "You call `printed` on a thread that the exercise's virtual time knows nothing of. Elsewhere that may be right; here, have the "
              + "thread made by `invoices.onOwnThread { … }`."), seed: seed)
      }
      return Finding(.mistake("blocks-the-pool", detail: ""), seed: seed)
    }
    if let obstacle = trial.obstacle(expected: nil, seed: seed) { return obstacle }
    if let read = invoices.log.ordersReadAtFirstBlock {
      // One at a time cannot show whether others were let by.
      guard count > 1 else { return nil }
      let detail =
        "\(count) requests took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds)."
      return finding(.mistake(read > 1 ? "yields-first" : "blocks-the-loop", detail: detail))
    }
    if invoices.log.widestPool > 0 {
      let name = invoices.log.widestPool > 2 ? "bigger-pool" : "blocks-the-pool"
      return finding(.mistake(name, detail: ""))
    }
    guard trial.value == right.value else {
      return finding(.different("Not all invoices are those of their orders: you \(trial.ending)."))
    }
    guard trial.end > right.end else { return nil }
    return finding(
      .different("It took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds)."))
  }

  /// Whether the call was made on another thread than the loop's. In virtual time the loop does not wait for those: it says that
  /// nothing goes on, and the call may come a moment later.
  private static func hasLeft(_ invoices: Invoices, _ trial: Trial<[String]>) -> Bool {
    guard trial.error is Stall else { return invoices.log.hasLeftTheLoop }
    let deadline = DispatchTime.now() + .seconds(2)
    while !invoices.log.hasLeftTheLoop, DispatchTime.now() < deadline { usleep(1000) }
    return invoices.log.hasLeftTheLoop
  }

  private static func run(
    _ candidate: @escaping Function, _ count: Int, failing: Int? = nil, seed: UInt64?
  ) -> (invoices: Invoices, trial: Trial<[String]>) {
    let probe = Probe(lanes: (0..<count).map { "request \($0 + 1)" }, seed: seed)
    let invoices = Invoices(on: probe, failing: failing)
    let trial = Trial(probe) {
      let tasks = (0..<count).map { number in
        Task(executorPreference: probe.loop) { try await candidate(number, invoices) }
      }
      var answers: [String] = []
      for task in tasks { answers.append(try await task.value) }
      return answers
    }
    return (invoices, trial)
  }
}
