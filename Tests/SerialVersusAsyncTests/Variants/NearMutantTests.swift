import LessonKit
import TestSupport
import Workload
import XCTest

@testable import BoundedExercise
@testable import CeilingExercise
@testable import OverlapExercise
@testable import TwoCallsExercise

/// Answers that only just lack the observation of a name, and so do not get it.
final class NearMutantTests: XCTestCase {
  private typealias Bounded = Variant<BoundedGrading.Function>
  private typealias Ceiling = Variant<CeilingGrading.Function>
  private typealias Answered = BoundedGrading.Answered

  func testTheSolutionsPassWhateverIsDrawn() {
    for seed in (1...50 as ClosedRange<UInt64>).map({ $0 * 100 }) {
      for (exercise, finding) in [
        ("bounded", BoundedGrading.examine(BoundedGrading.solution, drawnFrom: seed)),
        ("overlap", OverlapGrading.examine(OverlapGrading.solution, drawnFrom: seed)),
        ("two-calls", TwoCallsGrading.examine(TwoCallsGrading.solution, drawnFrom: seed)),
      ] {
        XCTAssertEqual(finding.outcome, .passed, "\(exercise), seed \(seed)")
        XCTAssertEqual(finding.remark, "", "\(exercise), seed \(seed)")
      }
    }
  }

  func testNearMutantsOfBounded() {
    func slots(_ style: String, _ verdict: Bounded.Verdict, _ slots: @escaping @Sendable (Int, Int) -> Int)
      -> Bounded
    {
      Bounded(style, verdict) { requests, limit, loop, answer in
        try await BoundedGrading.solution(requests, slots(limit, requests.count), loop, answer)
      }
    }
    for variant in [
      slots("a large cap is no part of the limit", .mistake("caps-the-limit")) { limit, _ in min(limit, 10) },
      slots("two, and one where only one is allowed", .mistake("caps-the-limit")) { limit, _ in min(limit, 2)
      },
      slots("a half and one more, the same for 2 and 3", .mistake("part-of-the-limit")) { limit, _ in
        (limit + 2) / 2
      },
      slots("three quarters", .mistake("part-of-the-limit")) { limit, _ in max(1, limit * 3 / 4) },
      // As many stay empty for a large limit as for a small one.
      slots("two too few", .differs("one was in progress at a time")) { limit, _ in max(1, limit - 2) },
      // It is not the limit that is capped, and no number of its own that caps it.
      slots("half of the requests", .differs("one was in progress at a time")) { limit, count in
        max(1, min(limit, count / 2))
      },
      // Only some labels stand in another order as text: so do the places, whatever the labels are.
      Bounded("by place, as text", .mistake("loses-the-order")) { requests, limit, loop, answer in
        let results = try await BoundedGrading.solution(requests, limit, loop, answer)
        return results.indices.sorted { "\($0 + 1)" < "\($1 + 1)" }.map { results[$0] }
      },
      // Two slots are a whole batch only where there are no more.
      Bounded("two at a time", .differs("A slot was free at 100 ms, but the next request started at 300 ms."))
      {
        requests, limit, _, answer in
        await Self.inPairs(requests, limit, answer)
      },
      Bounded("stopped by cancelling", .mistake("cancels-the-others")) { requests, limit, _, answer in
        await Self.stopping(requests, limit, answer) { $0.cancelAll() }
      },
      Bounded("stopped", .mistake("stops-at-an-error")) { requests, limit, _, answer in
        await Self.stopping(requests, limit, answer) { _ in }
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testNearMutantsOfOverlap() {
    for variant in [
      Variant<OverlapGrading.Function>("by place, as text", .mistake("loses-the-order")) {
        requests, loop, answer in
        let responses = try await OverlapGrading.solution(requests, loop, answer)
        return responses.indices.sorted { "\($0 + 1)" < "\($1 + 1)" }.map { responses[$0] }
      }
    ] { variant.check(OverlapGrading.examine) }
  }

  func testNearMutantsOfCeiling() {
    for variant in [
      Ceiling("the harmonic mean", .mistake("counts-part-of-the-wait")) { work, wait in
        2 / (work / 1000 + (work + wait) / 1000)
      },
      Ceiling("a tenth more than there is", .mistake("off-by-a-factor")) { work, _ in 1100 / work },
      Ceiling("the serial server's rate, capped", .mistake("counts-the-wait")) { work, wait in
        min(100, 1000 / (work + wait))
      },
      Ceiling("at least a millisecond", .mistake("caps-the-rate")) { work, _ in 1000 / max(1, work) },
      Ceiling("the rate in whole numbers", .mistake("whole-requests-only")) { work, _ in
        (1000 / work).rounded(.up)
      },
    ] { variant.check(CeilingGrading.examine) }
  }

  private typealias Group = TaskGroup<(place: Int, result: Answered)>

  /// Begins the next requests when two have ended.
  @Sendable private static func inPairs(
    _ requests: [Request], _ limit: Int, _ answer: @escaping BoundedGrading.Answer
  ) async -> [Answered] {
    await withTaskGroup(of: (place: Int, result: Answered).self) { group in
      var waiting = requests.enumerated().makeIterator()
      var results: [Int: Answered] = [:]
      var free = limit
      func beginAll() {
        while free > 0, let (place, request) = waiting.next() {
          free -= 1
          group.addTask {
            do { return (place, .success(try await answer(request))) } catch {
              return (place, .failure(error))
            }
          }
        }
      }
      beginAll()
      for await answered in group {
        results[answered.place] = answered.result
        free += 1
        if free >= min(2, limit) { beginAll() }
      }
      return requests.indices.map { results[$0]! }
    }
  }

  /// Begins no other request once one has failed.
  @Sendable private static func stopping(
    _ requests: [Request], _ limit: Int, _ answer: @escaping BoundedGrading.Answer,
    onError: (Group) -> Void
  ) async -> [Answered] {
    await withTaskGroup(of: (place: Int, result: Answered).self) { group in
      var waiting = requests.enumerated().makeIterator()
      var results: [Answered] = requests.map { _ in .failure(CancellationError()) }
      var hasFailed = false
      func beginNext() {
        guard !hasFailed, let (place, request) = waiting.next() else { return }
        group.addTask {
          do { return (place, .success(try await answer(request))) } catch { return (place, .failure(error)) }
        }
      }
      for _ in 0..<limit { beginNext() }
      for await answered in group {
        results[answered.place] = answered.result
        if case .failure = answered.result, !hasFailed {
          hasFailed = true
          onError(group)
        }
        beginNext()
      }
      return results
    }
  }
}
