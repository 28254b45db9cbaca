import EventLoop
import Foundation
import LessonKit
import Measurement

extension UnblockGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for count in [1, 8, 20] {
        if let finding = judge(candidate, count, seed: seed) { return finding }
      }
      let both = compare(candidate, 4, failing: 2, seed: seed).both
      guard both.trial.error is Invoices.NoSuchOrder else {
        return both.different("Reading order 2 threw NoSuchOrder, and you \(both.trial.ending).")
      }
    }
    return .passed()
  }

  private static func judge(_ candidate: @escaping Function, _ count: Int, seed: UInt64?) -> Finding? {
    let (both, invoices) = compare(candidate, count, seed: seed)
    let trial = both.trial
    if hasLeft(invoices, trial) {
      guard invoices.log.isOnPool else {
        return both.different(
          "You call `printed` on a thread that the exercise's virtual time knows nothing of. Elsewhere that may be right; here, "
            + "let `invoices.onOwnThread { … }` make the thread.")
      }
      return both.mistake("blocks-the-pool")
    }
    if let obstacle = both.obstacle { return obstacle }
    if let read = invoices.log.ordersReadAtFirstBlock {
      // A single request can't show whether others were let by.
      guard count > 1 else { return nil }
      return both.mistake(
        read > 1 ? "yields-first" : "blocks-the-loop",
        "\(count) requests took \(trial.end.inWholeMilliseconds) instead of \(both.right.end.inWholeMilliseconds)."
      )
    }
    if invoices.log.widestPool > 0 {
      return both.mistake(invoices.log.widestPool > 2 ? "bigger-pool" : "blocks-the-pool")
    }
    guard trial.value == both.right.value else {
      return both.different("Not every invoice is that of its order: you \(trial.ending).")
    }
    return trial.end > both.right.end ? both.different(both.took) : nil
  }

  /// Whether the call was made on another thread than the loop's. In virtual time the loop does not wait for those: it says that
  /// nothing goes on, and the call may come a moment later.
  private static func hasLeft(_ invoices: Invoices, _ trial: Trial<[String]>) -> Bool {
    guard trial.error is Stall else { return invoices.log.hasLeftTheLoop }
    let deadline = ContinuousClock.now + .seconds(2)
    while !invoices.log.hasLeftTheLoop, ContinuousClock.now < deadline { usleep(1000) }
    return invoices.log.hasLeftTheLoop
  }

  /// The candidate's trial beside the solution's, and the invoices that the candidate had.
  private static func compare(
    _ candidate: @escaping Function, _ count: Int, failing: Int? = nil, seed: UInt64?
  ) -> (both: Comparison<[String]>, invoices: Invoices) {
    var all: [Invoices] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(requests: count, seed: seed)
      let invoices = Invoices(on: probe, failing: failing)
      all.append(invoices)
      return Trial(probe) {
        let tasks = (0..<count).map { number in
          Task(executorPreference: probe.loop) { try await function(number, invoices) }
        }
        var answers: [String] = []
        for task in tasks { answers.append(try await task.value) }
        return answers
      }
    }
    return (both, all[0])
  }
}
