import EventLoop
import LessonKit
import Measurement
import Queueing
import Workload
import XCTest

@testable import ThreadsVersusAsync

/// The lesson's servers, in virtual time.
final class ServerTests: XCTestCase {
  private typealias Serve = @Sendable (EventLoop) async throws -> [Receipt]

  private func serve(
    _ requests: [Request], seed: UInt64? = nil, _ serve: @escaping Serve
  ) throws -> (timeline: Timeline, receipts: [Receipt]) {
    let stage = Stage(time: .virtual, seed: seed, lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
    let receipts = try stage.loop.run { [loop = stage.loop] in try await serve(loop) }
    return (stage.timeline, receipts)
  }

  private func servers(_ requests: [Request]) -> [(name: String, serve: Serve)] {
    [
      ("in order", { try ServerInOrder(shop: Shop(loop: $0)).serve(requests) }),
      ("thread each", { try ThreadPerRequest(loop: $0).serve(requests) }),
      ("one loop", { try await OneLoop(shop: Shop(loop: $0)).serve(requests) }),
      ("blocking", { try await BlockingServer(loop: $0).serve(requests) }),
      ("mended", { try await MendedServer(loop: $0).serve(requests) }),
    ]
  }

  func testResponseTimesOfThreePurchases() throws {
    let expected: [String: [Int]] = [
      "in order": [100, 200, 300], "thread each": [100, 100, 100], "one loop": [100, 102, 104],
      "blocking": [209, 211, 224], "mended": [100, 102, 104],
    ]
    for (name, server) in servers(Purchase.requests(3)) {
      let times = try serve(Purchase.requests(3), server).timeline.responseTimes
      XCTAssertEqual(times, expected[name]!.map { .milliseconds($0) }, name)
    }
  }

  func testAllAnswerTheSameInTheOrderOfTheRequests() throws {
    let requests = Purchase.requests(5, every: .milliseconds(7))
    let servers = servers(requests)
    let first = try serve(requests, servers[0].serve).receipts
    XCTAssertEqual(first.map(\.order.visitor), (1...5).map { "visitor of purchase \($0)" })
    for (name, server) in servers { XCTAssertEqual(try serve(requests, server).receipts, first, name) }
  }

  func testOneLoopIsWhatTheoryPredicts() throws {
    for count in [1, 2, 7, 40] {
      let requests = Purchase.requests(count, every: .milliseconds(3))
      let times = try serve(requests) {
        try await OneLoop(shop: Shop(loop: $0)).serve(requests)
      }.timeline.responseTimes
      XCTAssertEqual(times, Prediction.eventLoopResponseTimes(of: requests))
    }
  }

  func testTheMendedServerBlocksAnotherThreadThanTheLoops() throws {
    let requests = Purchase.requests(3).map { $0.scaled(by: 0.01) }
    for (name, serve) in servers(requests) where ["blocking", "mended"].contains(name) {
      let stage = Stage(time: .real(), lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
      let receipts = try stage.loop.run { [loop = stage.loop] in try await serve(loop) }
      XCTAssertEqual(receipts.map(\.payment), requests.map { "paid by visitor of \($0.label)" })
      let blocked = stage.timeline.lanes.filter { $0.time(in: .block) > .zero }
      XCTAssertEqual(blocked.count, name == "blocking" ? 3 : 0, name)
    }
  }

  func testTheModelOfAPoolWithOneThreadIsTheLoop() throws {
    for count in [1, 3, 8] {
      let requests = Purchase.requests(count, every: .milliseconds(2))
      let pool = Pool(workers: 1, waiting: .keepsWorkerIn(["charge"]))
      let model = pool.timeline(of: requests)
      let loop = try serve(requests) {
        try await BlockingServer(loop: $0).serve(requests)
      }.timeline
      XCTAssertEqual(model.responseTimes, loop.responseTimes)
      XCTAssertEqual(model.peakConcurrency(of: .work, .block), 1)
    }
  }

  func testAWiderPoolBlocksSoManyAtOnceAndNoMore() {
    let requests = Purchase.requests(12)
    for threads in 1...6 {
      let pool = Pool(workers: threads, cores: threads, waiting: .keepsWorkerIn(["charge"]))
      let model = pool.timeline(of: requests)
      XCTAssertEqual(model.peakConcurrency(of: .block, .work), threads)
      XCTAssertEqual(model.lanes.map(\.ownTime), requests.map(\.ownTime))
    }
    let wide = Pool(workers: 12, cores: 12, waiting: .keepsWorkerIn(["charge"])).timeline(of: requests)
    XCTAssertEqual(
      wide.responseTimes, requests.map(\.ownTime), "with a thread for each, nobody waits for another")
  }

  func testNoSeedMakesWorkOverlapOrLosesAPurchase() throws {
    let requests = Purchase.requests(4)
    for seed in 1...50 as ClosedRange<UInt64> {
      let (timeline, receipts) = try serve(requests, seed: seed) {
        try await OneLoop(shop: Shop(loop: $0)).serve(requests)
      }
      XCTAssertEqual(receipts.count, 4)
      XCTAssertEqual(timeline.peakConcurrency(of: .work), 1, "seed \(seed)")
    }
  }
}
