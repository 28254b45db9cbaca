import EventLoop
import Foundation
import LessonKit
import Measurement

extension UnblockGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for count in [1, 8, 20] {
        let seen = compare(candidate, count, seed: seed)
        if seen.trial.error is ToDo { return Finding(.toDo) }
        if hasLeft(seen), seen.log.isCalledElsewhere {
          return seen.both.finding(
            .general(.leavesTheLoop, "`onOwnThread` or `onPool` was called by a task outside the event loop.")
          )
        }
        if hasLeft(seen) {
          return seen.both.mistake(seen.log.isOnPool ? "blocks-the-pool" : "thread-of-your-own")
        }
        if let obstacle = seen.both.obstacle { return obstacle }
        if let outcome = diagnosis.outcome(of: seen) {
          let failed = compare(candidate, 4, failing: 2, seed: seed)
          let losesTheError = seen.notRead.isEmpty && onAnError.outcome(of: failed) != nil
          return seen.both.finding(outcome).mentioning(
            losesTheError ? "when an order can't be read, you don't throw its error." : nil)
        }
      }
      let seen = compare(candidate, 4, failing: 2, seed: seed)
      if let obstacle = seen.both.obstacle { return obstacle }
      if let outcome = onAnError.outcome(of: seen) { return seen.both.finding(outcome) }
    }
    return .passed()
  }

  /// What a candidate did, beside the solution.
  private struct Seen {
    var both: Comparison<[String]>
    var invoices: Invoices
    var count: Int

    var trial: Trial<[String]> { both.trial }
    var log: Invoices.Log { invoices.log }
    var orders: [String] { (0..<count).map { "order \($0)" } }
    var notRead: [String] {
      (0..<count).filter { number in !trial.calls.contains { $0.lane == number } }.map { "order \($0)" }
    }
    var notPrinted: [String] { orders.filter { !log.printed.contains($0) } }
    var requests: String { count == 1 ? "One request" : "\(count) requests" }
    var took: String {
      "\(requests) took \(trial.end.inWholeMilliseconds), and could have taken \(both.right.end.inWholeMilliseconds)."
    }
    /// The first invoice that is not the right one.
    var other: (yours: String, right: String)? {
      zip(trial.value ?? [], both.right.value ?? []).first { $0 != $1 }.map { (yours: $0.0, right: $0.1) }
    }
  }

  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did it return?", { $0.trial.error == nil },
      names: [.init("invents-an-error", if: { _ in true }) { "You threw \($0.trial.error!)." }],
      otherwise: { _ in "" }),
    .init(
      "Was each order read?", \.notRead.isEmpty,
      names: [
        .init("reads-no-order", if: { _ in true }) { "Never read: \($0.notRead.joined(separator: ", "))." }
      ],
      otherwise: { _ in "" }),
    .init(
      "Was each invoice printed?", \.notPrinted.isEmpty,
      names: [
        .init("never-prints", if: { _ in true }) {
          "Never handed to `printed`: \($0.notPrinted.joined(separator: ", "))."
        }
      ], otherwise: { _ in "" }),
    .init(
      // A single request can't show whether others were let by.
      "Did the loop go on?", { $0.count == 1 || $0.log.ordersReadAtFirstBlock == nil },
      names: [
        .init("moves-it-to-a-task", if: \.log.isBlockedByAChild, \.took),
        .init("leaves-the-thread-again", if: \.log.isThreadUnused, \.took),
        .init("yields-first", if: { $0.log.ordersReadAtFirstBlock! > 1 }, \.took),
        .init("blocks-the-loop", if: { _ in true }, \.took),
      ], otherwise: { _ in "" }),
    .init(
      "Did Swift's own pool go on?", { $0.log.widestPool == 0 },
      names: [
        .init("bigger-pool", if: { $0.log.widestPool > 2 }),
        .init("blocks-the-pool", if: { $0.count == 1 || $0.trial.end <= $0.both.right.end }),
        .init("blocks-the-pool", if: { _ in true }, \.took),
      ], otherwise: { _ in "" }),
    .init(
      "Was each order read once?", { $0.trial.calls.count == $0.count },
      names: [
        .init("reads-twice", if: { _ in true }) {
          "For \($0.count == 1 ? "one request" : "\($0.count) requests") you called `order` \($0.trial.calls.count) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was each invoice printed once?",
      { $0.log.printed.count == $0.count || $0.log.ordersReadAtFirstBlock != nil },
      names: [
        .init("prints-twice", if: { _ in true }) {
          "For \($0.count == 1 ? "one request" : "\($0.count) requests") you called `printed` \($0.log.printed.count) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Are these the invoices?", { $0.other == nil },
      names: [
        .init("changes-the-invoice", if: { _ in true }) {
          "You returned \"\($0.other!.yours)\", and `printed` had returned \"\($0.other!.right)\"."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Do the invoices print at the same time?",
      { $0.trial.end <= $0.both.right.end || $0.log.ordersReadAtFirstBlock != nil },
      names: [.init("one-at-a-time", if: { $0.count > 1 && $0.log.mostThreads == 1 }, \.took)],
      otherwise: \.took),
  ])

  private static let onAnError = Diagnosis<Seen>([
    .init(
      "Was each order read once?", { $0.trial.calls.count <= $0.count },
      names: [
        .init("reads-twice", if: { _ in true }) {
          "Order 2 can't be read, and you tried again: for \($0.count) requests you called `order` \($0.trial.calls.count) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was the error thrown?", { $0.trial.error != nil },
      names: [
        .init("loses-the-error", if: { _ in true }) {
          "Reading order 2 threw NoSuchOrder, and you \($0.trial.ending)."
        }
      ],
      otherwise: { _ in "" }),
    .init(
      "Was it this error?", { $0.trial.error is Invoices.NoSuchOrder },
      names: [
        .init("changes-the-error", if: { _ in true }) {
          "Reading order 2 threw NoSuchOrder, and you \($0.trial.ending)."
        }
      ],
      otherwise: { _ in "" }),
  ])

  /// Whether the call was made on another thread than the loop's. In virtual time the loop does not wait for those: it says that
  /// nothing goes on, and the call may come a moment later.
  private static func hasLeft(_ seen: Seen) -> Bool {
    guard seen.trial.error is Stall else { return seen.log.hasLeftTheLoop }
    let deadline = ContinuousClock.now + .seconds(2)
    while !seen.log.hasLeftTheLoop, ContinuousClock.now < deadline { usleep(1000) }
    return seen.log.hasLeftTheLoop
  }

  /// The candidate's trial beside the solution's, and the invoices that the candidate had.
  private static func compare(
    _ candidate: @escaping Function, _ count: Int, failing: Int? = nil, seed: UInt64?
  ) -> Seen {
    note(question: "\(count) requests at the same time" + (failing.map { "; number \($0) fails" } ?? ""))
    var all: [Invoices] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(requests: count, seed: seed)
      let invoices = Invoices(on: probe, failing: failing)
      all.append(invoices)
      return Trial(probe) {
        let tasks = (0..<count).map { number in
          Task(executorPreference: probe.loop) {
            try await invoices.request { try await function(number, invoices) }
          }
        }
        var answers: [String] = []
        for task in tasks { answers.append(try await task.value) }
        return answers
      }
    }
    return Seen(both: both, invoices: all[0], count: count)
  }
}
