import EventLoop
import LessonKit
import Measurement
import Queueing
import Workload
import XCTest

@testable import SerialVersusAsync
@testable import struct SerialVersusAsync.Response

/// The lesson's three servers, in virtual time.
final class ServerTests: XCTestCase {
  private func stage(_ requests: [Request], seed: UInt64? = nil) -> Stage {
    Stage(time: .virtual, seed: seed, lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
  }

  private func serve(
    _ requests: [Request], _ serve: @escaping @Sendable (EventLoop) async throws -> [Response]
  ) throws -> (timeline: Timeline, responses: [Response]) {
    let stage = stage(requests)
    let responses = try stage.loop.run { [loop = stage.loop] in try await serve(loop) }
    return (stage.timeline, responses)
  }

  private func inTurn(_ requests: [Request]) throws -> (timeline: Timeline, responses: [Response]) {
    try serve(requests) { try SerialServer(site: Site(loop: $0)).serve(requests) }
  }

  private func overlapped(_ requests: [Request]) throws -> (timeline: Timeline, responses: [Response]) {
    try serve(requests) { try await AsyncServer(site: Site(loop: $0)).serve(requests) }
  }

  func testFirstResponseInTurnTakesItsOwnTimeAndTheThirdWaitsForAll() throws {
    XCTAssertEqual(
      try inTurn(ThreeRequests.atOnce).timeline.responseTimes,
      [.milliseconds(200), .milliseconds(400), .milliseconds(500)])
  }

  func testThirdResponseTakesLittleMoreThanItsOwnTimeWhenOverlapped() throws {
    XCTAssertEqual(
      try overlapped(ThreeRequests.atOnce).timeline.responseTimes,
      [.milliseconds(200), .milliseconds(205), .milliseconds(110)])
  }

  func testOverlappedServingIsWhatTheoryPredicts() throws {
    for count in [1, 2, 3, 10, 50] {
      let requests = ThreeRequests.crowd(of: count)
      XCTAssertEqual(
        try overlapped(requests).timeline.responseTimes, Prediction.eventLoopResponseTimes(of: requests))
    }
  }

  func testRequestsThatArriveLaterAreNotServedEarlier() throws {
    for lane in try overlapped(ThreeRequests.oneByOne).timeline.lanes {
      XCTAssertGreaterThanOrEqual(lane.spans[0].start, lane.arrival)
    }
  }

  func testBothAnswerTheSameInTheOrderOfTheRequests() throws {
    let requests = ThreeRequests.atOnce
    let responses = try inTurn(requests).responses
    XCTAssertEqual(responses, try overlapped(requests).responses)
    XCTAssertEqual(responses.map(\.greeting), (1...3).map { "Welcome back, reader of request \($0)!" })
  }

  func testThreadsAnswerTheSameEachInItsOwnTime() throws {
    let requests = ThreeRequests.atOnce
    let threads = try serve(requests) { try ThreadServer(site: Site(loop: $0)).serve(requests) }
    XCTAssertEqual(threads.responses, try inTurn(requests).responses)
    XCTAssertEqual(threads.timeline.responseTimes, requests.map(\.ownTime))
    XCTAssertTrue(threads.timeline.spans(.wait).isEmpty, "a thread of its own holds while it waits")
  }

  func testNoSeedMakesWorkOverlapOrLosesARequest() throws {
    let requests = ThreeRequests.atOnce
    for seed in 1...50 as ClosedRange<UInt64> {
      let stage = stage(requests, seed: seed)
      let responses = try stage.loop.run { [loop = stage.loop] in
        try await AsyncServer(site: Site(loop: loop)).serve(requests)
      }
      XCTAssertEqual(responses.count, 3)
      XCTAssertEqual(stage.timeline.peakConcurrency(of: .work), 1, "seed \(seed)")
      XCTAssertTrue(stage.loop.unfinished.isEmpty)
    }
  }
}
