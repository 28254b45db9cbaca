import EventLoop
import LessonKit
import Measurement
import Workload
import XCTest

@testable import SerialVersusAsync

/// The lesson's three servers, in virtual time.
final class ServerTests: XCTestCase {
  private func serve(
    _ requests: [Request], _ serve: @escaping @Sendable (Stage) async throws -> [Response]
  ) throws -> (timeline: Timeline, responses: [Response]) {
    let stage = Stage(time: .virtual, lanes: requests.lanes)
    let responses = try stage.loop.run { try await serve(stage) }
    return (stage.timeline, responses)
  }

  private func inTurn(_ requests: [Request]) throws -> (timeline: Timeline, responses: [Response]) {
    try serve(requests) { try SerialServer(site: Site(loop: $0.loop)).serve(requests, on: $0) }
  }

  private func overlapped(_ requests: [Request]) throws -> (timeline: Timeline, responses: [Response]) {
    try serve(requests) { try await AsyncServer(site: Site(loop: $0.loop)).serve(requests, on: $0) }
  }

  func testFirstResponseInTurnTakesItsOwnTimeAndTheThirdWaitsForAll() throws {
    XCTAssertEqual(
      try inTurn(Scenario.threeRequests).timeline.responseTimes,
      [.milliseconds(200), .milliseconds(400), .milliseconds(500)])
  }

  func testThirdResponseTakesLittleMoreThanItsOwnTimeWhenOverlapped() throws {
    XCTAssertEqual(
      try overlapped(Scenario.threeRequests).timeline.responseTimes,
      [.milliseconds(200), .milliseconds(205), .milliseconds(110)])
  }

  func testOverlappedServingIsWhatTheoryPredicts() throws {
    for count in [1, 2, 3, 10, 50] {
      let requests = Scenario.crowd(of: count)
      XCTAssertEqual(
        try overlapped(requests).timeline.responseTimes, Prediction.eventLoopResponseTimes(of: requests))
    }
  }

  func testRequestsThatArriveLaterAreNotServedEarlier() throws {
    for lane in try overlapped(Scenario.threeRequestsOneByOne).timeline.lanes {
      XCTAssertGreaterThanOrEqual(lane.spans[0].start, lane.arrival)
    }
  }

  func testBothAnswerTheSameInTheOrderOfTheRequests() throws {
    let requests = Scenario.threeRequests
    let responses = try inTurn(requests).responses
    XCTAssertEqual(responses, try overlapped(requests).responses)
    XCTAssertEqual(responses.map(\.greeting), (1...3).map { "Welcome back, reader of request \($0)!" })
  }

  func testThreadsAnswerTheSameEachInItsOwnTime() throws {
    let requests = Scenario.threeRequests
    let threads = try serve(requests) { try ThreadServer().serve(requests, on: $0) }
    XCTAssertEqual(threads.responses, try inTurn(requests).responses)
    XCTAssertEqual(threads.timeline.responseTimes, requests.map(\.ownTime))
    XCTAssertTrue(threads.timeline.spans(.wait).isEmpty, "a thread of its own holds while it waits")
  }

  func testNoSeedMakesWorkOverlapOrLosesARequest() throws {
    let requests = Scenario.threeRequests
    for seed in 1...50 as ClosedRange<UInt64> {
      let stage = Stage(time: .virtual, seed: seed, lanes: requests.lanes)
      let responses = try stage.loop.run {
        try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
      }
      XCTAssertEqual(responses.count, 3)
      XCTAssertEqual(stage.timeline.peakConcurrency(of: .work), 1, "seed \(seed)")
      XCTAssertTrue(stage.loop.unfinished.isEmpty)
    }
  }
}
