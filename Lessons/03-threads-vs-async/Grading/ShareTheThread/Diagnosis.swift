import EventLoop
import LessonKit
import Measurement
import Platform

extension ShareTheThreadGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for (place, lengths) in years.enumerated() {
      let seen = observe(candidate, lengths, salt: place)
      if let found = obstacle(seen) { return found }
      if let outcome = diagnosis.outcome(of: seen) { return finding(outcome, seen) }
    }
    for after in [29, 3] {
      let seen = observe(candidate, years[0], salt: 7, cancelledAfter: after)
      if let found = obstacle(seen) { return found }
      if let outcome = onCancellation.outcome(of: seen) { return finding(outcome, seen) }
    }
    return .passed()
  }

  /// How long each day takes: mixed, all of the longest, all of the shortest, and hardly any.
  private static let years = [
    [3, 4, 2, 4, 3, 1, 4, 4, 2, 3, 4, 3, 1, 2, 4, 4, 3, 2, 4, 3, 4, 1, 3, 4],
    Array(repeating: 4, count: 12), Array(repeating: 1, count: 50), [2],
  ]
  private static let limit = Duration.milliseconds(10)
  private static let arrivals = [3, 17, 32, 51].map(Duration.unguessable)

  /// A visitor whose code computes for a moment and then waits for a database.
  private struct Visitor: Sendable {
    var served: Duration?
    var computed: Duration?
    var left: Duration?
  }

  private struct Seen {
    var trial: Trial<Int>
    var right: Trial<Int>
    var log: Sales.Log
    var amounts: [Int]
    var yours: Timeline
    var expected: Timeline
    /// How long the thread was idle before the report was done.
    var idle: Duration
    var cancelled: Duration?

    var notComputed: [Int] {
      amounts.indices.filter { day in !log.computed.contains { $0.day == day } }
    }
    var computedTwice: Int? {
      amounts.indices.first { day in log.computed.count { $0.day == day } > 1 }
    }
    /// Whether another task computed than the one that was asked; others may follow one another at the same address.
    var isComputedElsewhere: Bool { log.computed.contains { $0.task != log.ownTask } }
    var longest: Sales.Log.Stretch? {
      log.stretches.max { $0.end - $0.start < $1.end - $1.start }
    }
    var keptFor: Duration { longest.map { $0.end - $0.start } ?? .zero }
    /// Whether each stretch that is too long would not have been without its last day.
    var isOnlyTheLastDay: Bool {
      log.stretches.allSatisfy { $0.last.start - $0.start < limit }
    }
    var kept: String {
      let rest = log.stretches.count > 1 ? "" : ", from the first day to the last"
      return "You kept the thread for \(keptFor.inWholeMilliseconds) at a stretch\(rest)."
    }
    var sum: Int { amounts.reduce(0, +) }
    var ending: String { "\(trial.ending) after \(trial.end.inWholeMilliseconds)" }
  }

  private static func finding(_ outcome: Finding.Outcome, _ seen: Seen) -> Finding {
    let (yours, expected) = (seen.yours, seen.expected)
    // Where only the error differs, no picture shows it.
    return yours == expected ? Finding(outcome) : Finding(outcome, yours: yours, expected: expected)
  }

  private static func obstacle(_ seen: Seen) -> Finding? {
    if seen.trial.error is ToDo { return Finding(.toDo) }
    if seen.log.isUsedElsewhere {
      // When the loop heard of it is chance: there is nothing to draw.
      return Finding(
        .general(
          .leavesTheLoop,
          "`total(of:)` was called on another thread. `Sales` is to be used on the event loop's alone: the visitors buy meanwhile."
        ))
    }
    if seen.trial.hasWaitedElsewhere {
      return Finding(
        .general(
          .leavesTheLoop, "You waited for something that is not on the event loop, as `Task.sleep` does."))
    }
    return seen.trial.obstacle.map { finding($0, seen) }
  }

  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did it return?", { $0.trial.error == nil },
      names: [.init("invents-an-error", if: { _ in true }) { "You threw \($0.trial.error!)." }],
      otherwise: { _ in "" }),
    .init(
      "Was each day computed?", \.notComputed.isEmpty,
      names: [
        .init("never-computes", if: { $0.log.computed.isEmpty }) { "You \($0.trial.ending)." },
        .init("leaves-days-out", if: { _ in true }) { seen in
          "Of \(seen.amounts.count) days you computed \(seen.amounts.count - seen.notComputed.count); day "
            + "\(seen.notComputed[0]) is missing."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Was it computed once?", { $0.computedTwice == nil },
      names: [
        .init("computes-twice", if: { _ in true }) { seen in
          "You computed day \(seen.computedTwice!) \(seen.log.computed.count { $0.day == seen.computedTwice! }) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Were the others let in?", { $0.keptFor <= limit },
      names: [
        .init(
          "queues-them-all", if: { $0.log.stretches.contains(where: \.isOfSeveralTasks) }, \.kept),
        .init(
          "moves-it-to-a-task", if: { $0.log.stretches.count == 1 && $0.isComputedElsewhere }, \.kept),
        .init("gives-way-once", if: { $0.log.stretches.count == 1 && $0.log.isSharedFirst }, \.kept),
        .init("never-gives-way", if: { $0.log.stretches.count == 1 }, \.kept),
        .init("notices-too-late", if: \.isOnlyTheLastDay, \.kept),
        .init("gives-way-too-seldom", if: { _ in true }, \.kept),
      ], otherwise: { _ in "" }),
    .init(
      "Is it the sum?", { $0.trial.value == $0.sum },
      names: [
        .init("not-the-sum", if: { _ in true }) {
          "The days make \($0.sum), and you \($0.trial.ending)."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was there always something to do?", { $0.idle == .zero },
      names: [
        .init("sleeps-between", if: { _ in true }) {
          "The report took \($0.trial.end.inWholeMilliseconds), and for \($0.idle.inWholeMilliseconds) of them the thread was idle."
        }
      ], otherwise: { _ in "" }),
  ])

  private static let onCancellation = Diagnosis<Seen>([
    .init(
      "Did it throw?", { $0.trial.error != nil },
      names: [
        .init("returns-a-part", if: { !$0.notComputed.isEmpty }) {
          "You were cancelled at \($0.cancelled!.inWholeMilliseconds), and \($0.ending); the whole year makes \($0.sum)."
        },
        .init("ignores-the-cancellation", if: { _ in true }) {
          "You were cancelled at \($0.cancelled!.inWholeMilliseconds), and \($0.ending)."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Was it this error?", { $0.trial.error is CancellationError },
      names: [
        .init("throws-another-error", if: { _ in true }) {
          "You were cancelled at \($0.cancelled!.inWholeMilliseconds), and \($0.ending)."
        }
      ], otherwise: { _ in "" }),
    .init(
      // Who cancels waits for the thread like everyone else: for this stretch, and where you were in the queue before, for the next.
      "Did it soon?", { $0.trial.end - $0.cancelled! <= limit * 2 + .milliseconds(4) },
      names: [
        .init("ends-too-late", if: { _ in true }) {
          "You were cancelled at \($0.cancelled!.inWholeMilliseconds), and \($0.ending)."
        }
      ], otherwise: { _ in "" }),
  ])

  private static func observe(
    _ candidate: @escaping Function, _ lengths: [Int], salt: Int, cancelledAfter: Int? = nil
  ) -> Seen {
    let cancelled = cancelledAfter.map(Duration.unguessable)
    note(
      question:
        "a sales report of \(lengths.count) days, which take \(lengths.prefix(12).map(String.init).joined(separator: ", "))\(lengths.count > 12 ? ", …" : "") ms"
        + (cancelled.map { "; cancelled after \($0.inWholeMilliseconds)" } ?? ""))
    func run(_ function: @escaping Function) -> (Trial<Int>, Sales, [Visitor]) {
      let probe = Probe(lanes: ["report"])
      let sales = Sales(on: probe.loop, lengths: lengths, salt: 11 + salt * 13)
      let visitors = Guarded(arrivals.map { _ in Visitor() })
      let trial = Trial(probe, cancelledAfter: cancelled) {
        let others = others(of: sales, visitors)
        // What the report leaves behind is no one's any longer.
        defer { others.cancel() }
        sales.begins()
        sales.noteNextTurn()
        return try await function(sales)
      }
      return (trial, sales, visitors.withLock { $0 })
    }
    var (trial, sales, visitors) = run(candidate)
    // What keeps the thread does so every time; what only seemed to, on a busy machine, does not.
    for _ in 0..<3 where trial.keptTheThread > .zero { (trial, sales, visitors) = run(candidate) }
    let (right, rightSales, rightVisitors) = run(solution)
    let busy =
      sales.log.computed.reduce(Duration.zero) { $0 + ($1.end - $1.start) }
      + visitors.reduce(.zero) { sum, visitor in
        guard let served = visitor.served, let computed = visitor.computed else { return sum }
        return sum + max(.zero, min(computed, trial.end) - served)
      }
    return Seen(
      trial: trial, right: right, log: sales.log, amounts: sales.amounts,
      yours: timeline(trial, sales.log, visitors), expected: timeline(right, rightSales.log, rightVisitors),
      idle: max(.zero, trial.end - busy), cancelled: cancelled)
  }

  /// The visitors.
  private static func others(of sales: Sales, _ visitors: Guarded<[Visitor]>) -> Task<Void, Never> {
    let loop = sales.loop
    return Task(executorPreference: loop) {
      await withTaskGroup(of: Void.self) { group in
        for (number, arrival) in arrivals.enumerated() {
          group.addTask {
            guard (try? await loop.sleep(until: .init(offset: arrival))) != nil else { return }
            visitors.withLock { $0[number].served = loop.clock.now.offset }
            loop.work(for: .milliseconds(1))
            visitors.withLock { $0[number].computed = loop.clock.now.offset }
            sales.isShared()
            guard (try? await loop.sleep(for: .milliseconds(5))) != nil else { return }
            visitors.withLock { $0[number].left = loop.clock.now.offset }
          }
        }
      }
    }
  }

  private static func timeline(_ trial: Trial<Int>, _ log: Sales.Log, _ visitors: [Visitor]) -> Timeline {
    let end = trial.end
    let report = Lane(
      "report", spans: log.stretches.map { Span(.work, from: $0.start, to: $0.end) }, departure: end)
    let others = zip(arrivals, visitors).enumerated().compactMap { number, pair -> Lane? in
      let (arrival, visitor) = pair
      guard arrival < end else { return nil }
      let served = visitor.served ?? end
      let computed = visitor.computed ?? served
      let left = visitor.left ?? max(end, computed)
      let spans = [
        Span(.queue, from: arrival, to: served), Span(.work, from: served, to: computed),
        Span(.wait, from: computed, to: left),
      ]
      return Lane(
        "visitor \(number + 1)", arrival: arrival, spans: spans.filter { $0.duration > .zero },
        departure: left)
    }
    return Timeline(lanes: [report] + others)
  }
}
