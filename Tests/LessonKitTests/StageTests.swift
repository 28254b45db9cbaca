import EventLoop
import LessonKit
import Measurement
import Platform
import XCTest

/// What the code on a loop does is written down in the lane of the request that it answers.
final class StageTests: XCTestCase {
  private func ms(_ value: Int) -> Duration { .milliseconds(value) }

  func testWhatAHandlerDoesIsInTheLaneOfItsRequest() throws {
    let stage = Stage(time: .virtual, lanes: [Lane("a"), Lane("b")])
    try stage.loop.run { [loop = stage.loop] in
      loop.answer("a") { loop.work(for: .milliseconds(5)) }
      try await loop.answer("b") { try await loop.sleep(for: .milliseconds(10)) }
    }
    XCTAssertEqual(stage.timeline.responseTimes, [ms(5), ms(15)])
    XCTAssertEqual(stage.timeline.lanes[1].spans.map(\.kind), [.queue, .wait])
  }

  func testChildTasksBelongToTheirRequest() throws {
    let stage = Stage(time: .virtual, lanes: [Lane("a"), Lane("b")])
    try stage.loop.run { [loop = stage.loop] in
      await loop.answer("b") {
        async let child: Void = loop.block(for: .milliseconds(8))
        await child
      }
    }
    XCTAssertEqual(stage.timeline.lanes.map { $0.time(in: .block) }, [.zero, ms(8)])
  }

  func testThreadsOfTheirOwnBelongToTheirRequests() throws {
    let stage = Stage(time: .virtual, lanes: [Lane("a"), Lane("b")])
    let threads = ["a", "b"].map { label in
      stage.loop.startThread { loop in loop.answer(label) { loop.block(for: .milliseconds(8)) } }
    }
    for thread in threads { try thread.join() }
    XCTAssertEqual(stage.timeline.responseTimes, [ms(8), ms(8)])
  }

  func testOutsideOfAnyRequestNothingIsRecorded() throws {
    let stage = Stage(time: .virtual, lanes: [Lane("a")])
    try stage.loop.run { [loop = stage.loop] in
      loop.work(for: .milliseconds(1))
      loop.answer("a request without a lane") { loop.work(for: .milliseconds(1)) }
    }
    XCTAssertTrue(stage.timeline.lanes[0].spans.allSatisfy { $0.kind == .queue })
  }
}
