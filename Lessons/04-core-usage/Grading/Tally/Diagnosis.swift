import Foundation
import LessonKit
import Platform

extension TallyGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for (parts, long) in searches {
      let seen = observe(candidate, parts, long: long)
      if seen.error is ToDo { return Finding(.toDo) }
      if seen.isEndless {
        let isSearched = seen.notSearched.isEmpty && seen.log.searching == 0
        return Finding(
          .stalled(
            "Your code never returns. You were given \(parts.count) parts."
              + (isSearched && !parts.isEmpty
                ? " All of them are searched. What do you still wait for? An `AsyncStream` that is never finished leaves its reader waiting."
                : "")))
      }
      guard let outcome = diagnosis.outcome(of: seen) else { continue }
      guard case .different = outcome, seen.log.count != seen.primes, let first = parts.first else {
        return Finding(outcome)
      }
      // Of several parts, the number in the end may depend on which was done first.
      let alone = observe(candidate, [first], long: nil)
      let isWrong = alone.error == nil && !alone.isEndless && alone.log.count != alone.primes
      return Finding(isWrong ? .different(alone.countInTheEnd) : outcome)
    }
    return .passed()
  }

  /// Two parts, several of which the last takes longest, then the first, a single one, and none.
  private static let searches: [(parts: [Range<Int>], long: Range<Int>?)] = [
    ([1..<20, 20..<50], nil),
    ([1..<30, 30..<50, 50..<90, 90..<100, 114..<127, 100..<114, 127..<200], 127..<200),
    ([127..<200, 1..<30, 30..<50, 100..<114, 50..<90], 127..<200),
    ([2..<12], nil), ([], nil),
  ]

  private struct Seen {
    var parts: [Range<Int>]
    /// The part that takes far longer than the others; `nil` if none does.
    var long: Range<Int>?
    /// What was done when the candidate returned, and what a while later.
    var log: Board.Log
    var later: Board.Log
    var error: (any Error)?
    var isEndless = false

    var peak: Int { log.peak }
    /// How many searches there are at the same time if all are begun together.
    var atOnce: Int { min(parts.count, log.hasLeftTheCores ? 2 : TallyCores.count) }
    var primes: Int { Self.primes(in: parts) }
    /// How often each number was searched.
    var times: [Int: Int] {
      log.searched.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    var notSearched: [Range<Int>] { parts.filter { part in part.contains { times[$0] == nil } } }
    var searchedTwice: Range<Int>? { parts.first { part in part.contains { times[$0] ?? 0 > 1 } } }
    /// What a task wrote although the count was no longer what it had read.
    var hasLost: Bool { log.writes.contains { $0.read != nil && $0.read != $0.from } }
    var goesBack: Bool { log.writes.contains { $0.to < $0.from } }
    /// Whether what was added was each time the sum of all parts so far.
    var addsSums: Bool {
      var sum = 0
      var left = parts.map { Self.primes(in: [$0]) }
      for write in log.writes {
        guard let place = left.firstIndex(of: write.to - write.from - sum) else { return false }
        sum += left.remove(at: place)
      }
      return left.isEmpty
    }
    /// Whether parts were done while the long one was searched, and none of them was on the board.
    var isSilentBesideTheLong: Bool { log.besideTheLong.map { $0.done > 0 && $0.written == 0 } ?? false }
    /// Whether each part was written by itself, and the long one before all that were done long before it.
    var waitsForTheLong: Bool {
      guard let long, let first = log.writes.first, log.writes.count == parts.count else { return false }
      return first.to - first.from == Self.primes(in: [long])
    }
    var silence: String {
      "\(question), nothing was on the board while \(long!.lowerBound)..<\(long!.upperBound) was searched, which takes longest."
    }
    var question: String {
      parts.isEmpty
        ? "Without any parts"
        : "For \(parts.count == 1 ? "the part" : "the parts") \(parts.map { "\($0.lowerBound)..<\($0.upperBound)" }.joined(separator: ", "))"
    }

    var stillAtWork: String { "\(question) you returned, and tasks of yours still searched or wrote." }
    var oneByOne: String { "\(question), no two searches ever ran at the same time." }

    var countInTheEnd: String {
      let number = parts.count == 1 ? "\(log.count)" : log.count < primes ? "too low" : "too high"
      return "\(question), `count` was \(number) in the end; \(primes) primes are there."
    }
    var goesOnTooEarly: String {
      "\(question), a task went on to another part before it had added what the last one has."
    }

    static func primes(in parts: [Range<Int>]) -> Int {
      parts.reduce(0) { $0 + Board.number(in: $1) }
    }
  }

  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did it return?", { $0.error == nil },
      names: [.init("invents-an-error", if: { _ in true }) { "\($0.question) you threw \($0.error!)." }],
      otherwise: { _ in "" }),
    .init(
      "Did it wait for all?",
      {
        $0.log.searching == 0 && $0.log.searched.count == $0.later.searched.count
          && $0.log.writes.count == $0.later.writes.count
      },
      names: [.init("does-not-wait", if: { _ in true }, \.stillAtWork)], otherwise: { _ in "" }),
    .init(
      "Was each part searched?", \.notSearched.isEmpty,
      names: [
        .init("never-searches", if: { $0.log.searched.isEmpty }) {
          "\($0.question) you called `primes(in:)` for none."
        },
        .init("leaves-parts-out", if: { _ in true }) {
          "\($0.question), \($0.notSearched[0].lowerBound)..<\($0.notSearched[0].upperBound) was never searched."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Was it searched once?", { $0.searchedTwice == nil },
      names: [
        .init("searches-twice", if: { _ in true }) {
          "You searched \($0.searchedTwice!.lowerBound)..<\($0.searchedTwice!.upperBound) more than once."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was everything on the board in the end?", { $0.log.count == $0.primes },
      names: [
        .init("never-writes", if: { $0.log.writes.isEmpty }) { "\($0.question), `count` was 0 in the end." },
        .init("loses-updates", if: \.hasLost) {
          "\($0.question), two tasks read the same number and each added its own to that; \($0.primes) primes are there."
        },
        .init("counts-parts", if: { $0.log.count == $0.parts.count }) {
          "\($0.question), `count` was \($0.log.count) in the end; \($0.primes) primes are there."
        },
        .init(
          "sets-instead-of-adding",
          if: { seen in
            let found = seen.parts.map { Seen.primes(in: [$0]) }
            return seen.log.reads == 0 && seen.log.writes.allSatisfy { found.contains($0.to) }
          }
        ) { "\($0.question), `count` showed what one part alone has; \($0.primes) primes are there." },
        .init("adds-the-sum-again", if: \.addsSums) {
          "\($0.question), what you added last was \($0.primes), as many as all parts have together."
        },
        .init("writes-in-any-order", if: { $0.log.reads == 0 && $0.goesBack }) {
          "\($0.question), `count` went back to a smaller number; \($0.primes) primes are there."
        },
      ],
      otherwise: \.countInTheEnd),
    .init(
      "Were the parts searched at the same time?", { $0.peak > 1 || $0.parts.count < 2 },
      names: [
        .init("one-after-another", if: { $0.log.searchers == [$0.log.ownTask] }, \.oneByOne),
        .init("one-task-for-all", if: { $0.log.searchers.count == 1 }, \.oneByOne),
        .init(
          "searches-by-itself-afterwards", if: { $0.log.searchers.contains($0.log.ownTask ?? 0) }, \.oneByOne),
        .init("tasks-in-line", if: { $0.log.wereThereBefore.contains(true) }, \.oneByOne),
        .init("waits-for-each", if: { $0.log.wereThereBefore.contains(false) }, \.oneByOne),
      ], otherwise: \.oneByOne),
    .init(
      "Was a part's count added before its task went on?", { !$0.log.goesOnBefore },
      names: [
        .init(
          "several-parts-at-once", if: { $0.peak > 1 && $0.log.searchers.count < $0.parts.count },
          \.goesOnTooEarly)
      ],
      otherwise: \.goesOnTooEarly),
    .init(
      "Were all begun together?", { $0.peak >= $0.atOnce },
      names: [
        .init("some-at-a-time", if: { $0.peak > 1 }) {
          "\($0.question), no more than \($0.peak) were searched at the same time, and \(TallyCores.count) cores are there."
        }
      ], otherwise: \.oneByOne),
    .init(
      "Could others see how far it was?",
      { !$0.isSilentBesideTheLong },
      names: [
        .init("waits-in-order", if: \.waitsForTheLong, \.silence),
        .init("writes-at-the-end", if: { $0.long == $0.parts.last }, \.silence),
      ], otherwise: { "\($0.silence) Add what a part has found as soon as that part is done." }),
  ])

  private static func observe(_ candidate: @escaping Function, _ parts: [Range<Int>], long: Range<Int>?)
    -> Seen
  {
    note(question: parts.isEmpty ? "no parts" : "the parts \(parts.map { "\($0)" }.joined(separator: ", "))")
    let board = Board(parts: parts.count, long: long)
    guard let cores = try? TallyCores() else {
      return Seen(parts: parts, long: long, log: board.log, later: board.log, error: TallyLacksThreads())
    }
    defer { cores.end() }
    let ending = Guarded<(error: (any Error)?, log: Board.Log)?>(nil)
    let task = Task(executorPreference: cores) {
      board.begins()
      var error: (any Error)?
      do { try await candidate(parts, board) } catch let thrown { error = thrown }
      let log = board.log
      ending.withLock { $0 = (error, log) }
    }
    // Endless is what does nothing for long, or goes on and on. As the board's patience, it is counted in looks.
    var (steps, idle, all) = (0, 0, 0)
    while ending.withLock({ $0 == nil }), idle < 1500, all < 6000 {
      let now = board.log.steps
      (steps, idle, all) = (now, now == steps ? idle + 1 : 0, all + 1)
      // What a candidate sent to the main actor is to run, as it would in an app: this may be its thread.
      if Thread.isMainThread { _ = RunLoop.main.run(mode: .default, before: .now) }
      Thread.sleep(forTimeInterval: 0.001)
    }
    guard let end = ending.withLock({ $0 }) else {
      task.cancel()
      return Seen(parts: parts, long: long, log: board.log, later: board.log, isEndless: true)
    }
    // What is left running shows itself soon.
    let isShort = end.error == nil && Set(end.log.searched.joined()).count < Set(parts.joined()).count
    if end.log.searching > 0 || isShort || end.log.count != Seen.primes(in: parts) {
      func isStill(_ log: Board.Log) -> Bool {
        log.searched.count == end.log.searched.count && log.writes.count == end.log.writes.count
      }
      for _ in 0..<250 where isStill(board.log) { Thread.sleep(forTimeInterval: 0.001) }
    }
    return Seen(parts: parts, long: long, log: end.log, later: board.log, error: end.error)
  }
}

/// The system gives the grading no threads.
struct TallyLacksThreads: Error {}
