import EventLoop
import Foundation
import Measurement
import Platform
import Synchronization
import XCTest

@testable import LessonKit

/// What a trial sees of a candidate.
final class TrialTests: XCTestCase {
  private struct Unavailable: Error, Equatable {}

  private func trial(
    _ lanes: Int = 2, calls expected: Int = 0, cancelledAfter: Duration? = nil, seed: UInt64? = nil,
    _ candidate: @escaping @Sendable (Probe) async throws -> Int
  ) -> Trial<Int> {
    let probe = Probe(lanes: (0..<lanes).map { "call \($0)" }, seed: seed)
    return Trial(probe, calls: expected, cancelledAfter: cancelledAfter) { try await candidate(probe) }
  }

  func testItKnowsWhatWasReturnedAndWhen() {
    let trial = trial { probe in try await probe.call(0, takes: .milliseconds(30), .success(7)) }
    XCTAssertEqual(trial.value, 7)
    XCTAssertNil(trial.error)
    XCTAssertEqual(trial.end, .milliseconds(30))
    XCTAssertNil(trial.leak)
    XCTAssertNil(trial.escape)
    XCTAssertNil(trial.obstacle)
  }

  func testItKnowsEveryCall() {
    let trial = trial(3) { probe in
      async let first = probe.call(0, takes: .milliseconds(30), .success(1))
      async let second = probe.call(1, works: .milliseconds(5), takes: .milliseconds(10), .success(2))
      return try await first + second
    }
    XCTAssertEqual(
      trial.calls,
      [
        ProbedCall(lane: 0, start: .zero, end: .milliseconds(30), outcome: .returned, isFromChild: true),
        ProbedCall(lane: 1, start: .zero, end: .milliseconds(15), outcome: .returned, isFromChild: true),
      ])
    XCTAssertTrue(trial.calls[0].overlaps(trial.calls[1]))
    XCTAssertEqual(trial.peak, 2)
    XCTAssertEqual(trial.inFlight(at: .milliseconds(15)), 1, "the second has ended then")
    XCTAssertEqual(trial.notBegun, ["call 2"])
    XCTAssertEqual(trial.timeline.lanes.map(\.departure), [.milliseconds(30), .milliseconds(15), nil])
    XCTAssertEqual(trial.timeline.lanes[1].time(in: .work), .milliseconds(5))
  }

  func testACallOfTheCandidatesOwnTaskIsToldFromOneOfAChild() {
    let trial = trial { probe in
      let own = try await probe.call(0, takes: .milliseconds(1), .success(1))
      async let child = probe.call(1, takes: .milliseconds(1), .success(2))
      return own + (try await child)
    }
    XCTAssertEqual(trial.calls.map(\.isFromChild), [false, true])
    XCTAssertEqual(trial.peak, 1)
  }

  func testACallThatThrowsHasFailed() {
    let trial = trial { probe in try await probe.call(0, takes: .milliseconds(1), .failure(Unavailable())) }
    XCTAssertEqual(trial.error as? Unavailable, Unavailable())
    XCTAssertEqual(trial.calls.map(\.outcome), [.failed])
  }

  func testWhatIsCancelledAtTheReturnEndsThen() {
    let trial = trial { probe in
      let other = Task(executorPreference: probe.loop) {
        try await probe.call(0, takes: .seconds(9), .success(1))
      }
      _ = try await probe.call(1, takes: .milliseconds(20), .success(2))
      other.cancel()
      return 3
    }
    let other = trial.calls.first { $0.lane == 0 }
    XCTAssertEqual(other?.outcome, .cancelled)
    XCTAssertEqual(other?.end, .milliseconds(20))
    XCTAssertNil(trial.leak)
  }

  func testWhatRunsOnIsALeak() throws {
    let trial = trial { probe in
      Task(executorPreference: probe.loop) { try await probe.call(0, takes: .seconds(9), .success(1)) }
      Task(executorPreference: probe.loop) { try await probe.loop.sleep(for: .seconds(9)) }
      Task(executorPreference: probe.loop) { try await probe.loop.sleep(for: .seconds(9)) }
      return 3
    }
    XCTAssertEqual(trial.running.map(\.lane), [0])
    XCTAssertEqual(trial.end, .zero)
    let leak = try XCTUnwrap(trial.leak)
    XCTAssertTrue(leak.contains("call 0, 2 sleeping tasks."), leak)
  }

  func testWhatRunsOnIsDrawnToItsEndBesideTheCandidate() {
    let trial = trial { probe in
      Task(executorPreference: probe.loop) { try await probe.call(0, takes: .milliseconds(90), .success(1)) }
      return try await probe.call(1, takes: .milliseconds(20), .success(2))
    }
    XCTAssertEqual(trial.timeline.lanes.map(\.departure), [nil, .milliseconds(20)])
    let drawn = trial.timeline(with: "candidate()")
    XCTAssertEqual(drawn.lanes.map(\.label), ["call 0", "call 1", "candidate()"])
    XCTAssertEqual(drawn.lanes.map(\.departure), [.milliseconds(90), .milliseconds(20), .milliseconds(20)])
  }

  func testTheCandidateCanBeCancelledAndItsCancellerLeavesNothingBehind() {
    let cancelled = trial(cancelledAfter: .milliseconds(40)) { probe in
      try await probe.call(0, takes: .milliseconds(60), .success(1))
    }
    XCTAssertTrue(cancelled.error is CancellationError)
    XCTAssertEqual(cancelled.end, .milliseconds(40))
    XCTAssertEqual(cancelled.calls.map(\.outcome), [.cancelled])
    let earlier = trial(cancelledAfter: .milliseconds(80)) { probe in
      try await probe.call(0, takes: .milliseconds(60), .success(1))
    }
    XCTAssertEqual(earlier.value, 1)
    XCTAssertNil(earlier.leak)
  }

  func testACallWithoutAnEndEndsWhenItIsCancelled() {
    let trial = trial(cancelledAfter: .milliseconds(40)) { probe in
      try await probe.call(0, takes: nil, .success(1))
    }
    XCTAssertTrue(trial.error is CancellationError)
    XCTAssertEqual(trial.end, .milliseconds(40))
  }

  func testACandidateThatCanNeverReturnIsStalledAndTheFindingSaysOnWhat() {
    let trial = trial { probe in
      await probe.loop.waiting(for: "a free slot") {
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      }
      return 1
    }
    guard case .stalled(let says) = trial.obstacle else { return XCTFail("\(trial.obstacle as Any)") }
    XCTAssertTrue(says.contains("1 task waits for a free slot since 0 ms"), says)
    XCTAssertTrue(says.contains("Never started: call 0, call 1."), says)
  }

  func testWhatThrowsToDoIsToDo() {
    XCTAssertEqual(trial { _ in throw ToDo() }.obstacle, .toDo)
  }

  func testHowACandidateLeavesTheLoopIsToldApart() {
    // Each ten times: which thread is faster must not matter.
    for _ in 0..<10 {
      let waited = trial(calls: 1) { probe in
        await Task { try? await probe.call(0, takes: .milliseconds(1), .success(1)) }.value ?? 0
      }
      XCTAssertEqual(waited.escape, .waitedForCalls)
      guard case .mistake("leaves-the-loop", _) = waited.obstacle else { return XCTFail() }
      let abandoned = trial(calls: 1) { probe in
        Task { try await probe.call(0, takes: .milliseconds(1), .success(1)) }
        return 1
      }
      XCTAssertEqual(abandoned.escape, .abandonedCalls)
      XCTAssertNil(abandoned.obstacle, "what it did not do is the exercise's to say")
    }
  }

  func testASleepByAnotherClockIsFoundOut() {
    let trial = trial { _ in
      try await Task.sleep(for: .milliseconds(100))
      return 1
    }
    XCTAssertEqual(trial.escape, .slept)
    XCTAssertEqual(trial.value, 1)
    XCTAssertNotNil(trial.obstacle)
  }

  func testWhoAsksWithoutEndIsSaidToPoll() {
    for wait in [{ _ in await Task.yield() }, { try? await $0.sleep(for: .milliseconds(1)) }]
      as [@Sendable (EventLoop) async -> Void]
    {
      let polls = trial { probe in
        let hasAnswer = Atomic(false)
        while !hasAnswer.load(ordering: .relaxed) { await wait(probe.loop) }
        return 1
      }
      guard case .mistake("polls", _) = polls.obstacle else { return XCTFail("\(polls.obstacle as Any)") }
    }
    let asksOften = trial { _ in
      for _ in 0..<1000 { await Task.yield() }
      return 1
    }
    XCTAssertNil(asksOften.obstacle)
  }

  func testAThreadThatIsKeptIsFoundOutAndOneThatComputesIsNot() throws {
    try XCTSkipIf(CPUTime.lackOfThread == nil, "this system does not tell")
    let keeps = trial { _ in
      usleep(60_000)
      return 1
    }
    XCTAssertGreaterThanOrEqual(keeps.keptTheThread, .milliseconds(59))
    guard case .mistake("keeps-the-thread", _) = keeps.obstacle else { return XCTFail() }
    let computes = trial { _ in
      let end = ContinuousClock.now + .milliseconds(60)
      while ContinuousClock.now < end {}
      return 1
    }
    XCTAssertEqual(computes.keptTheThread, .zero)
    XCTAssertNil(computes.obstacle)
  }

  func testTheSameSeedGivesTheSameTrial() {
    func calls(_ seed: UInt64) -> [ProbedCall] {
      trial(8, seed: seed) { probe in
        try await withThrowingTaskGroup(of: Int.self) { group in
          for lane in 0..<8 {
            group.addTask { try await probe.call(lane, takes: .milliseconds(1), .success(lane)) }
          }
          return try await group.reduce(0, +)
        }
      }.calls
    }
    XCTAssertEqual(calls(1), calls(1))
    XCTAssertNotEqual(calls(1), calls(2))
  }
}
