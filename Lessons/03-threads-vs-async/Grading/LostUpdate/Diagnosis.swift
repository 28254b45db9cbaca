import EventLoop
import Foundation
import LessonKit
import Measurement

extension LostUpdateGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for takes in [[30], [30, 10, 20, 40, 10]] {
        let seen = compare(candidate, takes, seed: seed)
        if let found = obstacle(seen) { return found }
        if let outcome = diagnosis.outcome(of: seen) { return seen.both.finding(outcome) }
      }
      let seen = compare(candidate, [30, 10, 20], failing: 1, seed: seed)
      if let found = obstacle(seen) { return found }
      if let outcome = onAnError.outcome(of: seen) { return seen.both.finding(outcome) }
    }
    return .passed()
  }

  /// What a candidate did with requests that begin at the same time, beside the solution.
  private struct Seen {
    var both: Comparison<[Result<String, any Error>]>
    var log: Visits.Log
    var number: Int
    var failing: Int?

    var trial: Trial<[Result<String, any Error>]> { both.trial }
    var results: [Result<String, any Error>] { trial.value ?? [] }
    var error: (any Error)? {
      for case .failure(let error) in results { return error }
      return nil
    }
    var requests: String { number == 1 ? "One request" : "\(number) requests" }
    var counted: String {
      "\(requests) began\(number == 1 ? "" : " at the same time"), and afterwards `count` was \(log.count)."
    }
    /// How many visits were counted after the only request had returned with nothing counted.
    var later: Int { number == 1 && log.atReturns == [0] ? log.writes.count : 0 }
    var notAsked: [Int] { (0..<number).filter { number in !trial.calls.contains { $0.lane == number } } }
    /// Whether a value was written that the counter had reached already.
    var undoes: Bool { log.writes.contains { $0.to <= $0.from } }
    /// The first write of more visits than there were pages.
    var early: Visits.Log.Write? { log.writes.first { $0.to > $0.pages } }
    /// The first page that is not the one that was asked for.
    var otherPage: (number: Int, yours: String)? {
      for (number, result) in results.enumerated() {
        if case .success(let page) = result, page != "page \(number)", number != failing {
          return (number, page)
        }
      }
      return nil
    }
    var onError: String {
      "3 requests began, and one of them failed. Afterwards `count` was \(log.count), and it should be 2."
    }
    /// How the failing request ended.
    var ending: String {
      guard let failing, failing < results.count else { return trial.ending }
      return switch results[failing] {
      case .success(let page): "returned \"\(page)\""
      case .failure(let error): "threw \(error)"
      }
    }
    var isErrorLost: Bool { failing.map { (try? results[$0].get()) != nil } ?? false }
    var hasItsError: Bool {
      guard let failing, case .failure(let error) = results[failing] else { return false }
      return error is Visits.NoSuchPage
    }
  }

  private static func obstacle(_ seen: Seen) -> Finding? {
    if seen.error is ToDo { return Finding(.toDo) }
    if seen.log.isUsedElsewhere || seen.error is Probe.LeftTheLoop {
      return seen.both.finding(
        .general(
          .leavesTheLoop,
          "There the counter isn't safe: two threads can read and write it at the same moment."))
    }
    return seen.both.obstacle
  }

  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did it return?", { $0.error == nil },
      names: [
        .init("invents-an-error", if: { _ in true }) { "Every page was there, and you threw \($0.error!)." }
      ],
      otherwise: { _ in "" }),
    .init(
      "Was each page asked for?", \.notAsked.isEmpty,
      names: [
        .init("never-asks", if: { _ in true }) { seen in
          "Never asked for: \(seen.notAsked.map { "page \($0)" }.joined(separator: ", "))."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was it asked for once?", { $0.trial.calls.count == $0.number },
      names: [
        .init("asks-twice", if: { _ in true }) {
          "For \($0.number == 1 ? "one request" : "\($0.number) requests") you called `page` \($0.trial.calls.count) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was it counted when it returned?", { $0.later == 0 },
      names: [
        .init("leaves-it-to-a-task", if: { _ in true }) { _ in
          "When you returned, `count` was 0. Only afterwards it was written."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was every visit counted, once?", { $0.log.count == $0.number },
      names: [
        .init("never-counts", if: { $0.log.writes.isEmpty }, \.counted),
        .init("sets-without-reading", if: { $0.log.reads == 0 }, \.counted),
        .init("counts-twice", if: { $0.log.count > $0.number }, \.counted),
        .init("awaits-between-read-and-write", if: { $0.number > 1 && $0.undoes }, \.counted),
        .init(
          "skips-visits",
          if: { seen in
            seen.number > 1 && seen.log.writes.count < seen.number
              && seen.log.writes.allSatisfy { $0.to == $0.from + 1 }
          }
        ) {
          "\($0.counted) \($0.number) pages were there, and you wrote \($0.log.writes.count == 1 ? "once" : "\($0.log.writes.count) times")."
        },
      ], otherwise: { "\($0.counted) It should be \($0.number)." }),
    .init(
      "Was each page returned?", { $0.otherPage == nil },
      names: [
        .init("changes-the-page", if: { _ in true }) {
          "Request \($0.otherPage!.number) was given \"page \($0.otherPage!.number)\", and you returned \"\($0.otherPage!.yours)\"."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Do the requests wait at the same time?", { $0.trial.end <= $0.both.right.end },
      names: [.init("waits-in-line", if: { $0.number > 1 && $0.trial.peak == 1 }, \.both.took)],
      otherwise: \.both.took),
  ])

  private static let onAnError = Diagnosis<Seen>([
    .init(
      "Was each page asked for once?", { $0.trial.calls.count <= $0.number },
      names: [
        .init("asks-twice", if: { _ in true }) {
          "There is no page 1, and you asked for it again: for \($0.number) requests you called `page` \($0.trial.calls.count) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was the error thrown?", { !$0.isErrorLost },
      names: [
        .init("loses-the-error", if: { _ in true }) {
          "There is no page 1: `page` threw NoSuchPage, and you \($0.ending)."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was it this error?", \.hasItsError,
      names: [
        .init("changes-the-error", if: { _ in true }) {
          "There is no page 1: `page` threw NoSuchPage, and you \($0.ending)."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Were only visits counted whose page was there?", { $0.log.count == 2 },
      names: [
        .init("counts-what-failed", if: { $0.log.count == 3 }) {
          "3 requests began, and one of them failed. Afterwards `count` was \($0.log.count)."
        },
        .init("puts-back-an-old-count", if: { $0.log.writes.contains { $0.to < $0.from - 1 } }) { seen in
          let write = seen.log.writes.first { $0.to < $0.from - 1 }!
          return "\(seen.onError) One write put \(write.to) where \(write.from) stood."
        },
        .init("takes-off-too-much", if: { $0.log.writes.contains { $0.to < $0.from } }, \.onError),
      ],
      otherwise: {
        $0.onError
      }),
    .init(
      "Was no visit counted before its page was there?", { $0.early == nil },
      names: [
        .init("counts-too-early", if: { _ in true }) {
          "You wrote \($0.early!.to) when \($0.early!.pages == 0 ? "no page was" : "\($0.early!.pages) of the pages were") there."
        }
      ], otherwise: { _ in "" }),
  ])

  private static func compare(
    _ candidate: @escaping Function, _ takes: [Int], failing: Int? = nil, seed: UInt64?
  ) -> Seen {
    note(
      question: "\(takes.count) visits at the same time" + (failing.map { "; number \($0) fails" } ?? ""))
    var all: [Visits] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(requests: takes.count, seed: seed)
      let visits = Visits(on: probe, takes: takes, failing: failing)
      all.append(visits)
      return Trial(probe) {
        let tasks = takes.indices.map { number in
          Task(executorPreference: probe.loop) {
            defer { visits.noteReturn() }
            return try await function(number, visits)
          }
        }
        var results: [Result<String, any Error>] = []
        for task in tasks { results.append(await task.result) }
        return results
      }
    }
    if both.trial.leftBehind.sleeping > 0 {
      // Some task may yet count.
      let loop = all[0].probe.loop
      try? loop.run { try? await loop.sleep(for: .seconds(1)) }
    }
    if both.trial.error == nil, all[0].log.writes.isEmpty {
      // A task that has left the loop may be about to write: then that is what is wrong, and not that nothing is written.
      let deadline = ContinuousClock.now + .milliseconds(100)
      while !all[0].log.isUsedElsewhere, ContinuousClock.now < deadline { usleep(1000) }
    }
    return Seen(both: both, log: all[0].log, number: takes.count, failing: failing)
  }
}
