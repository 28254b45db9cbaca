import EventLoop
import XCTest

/// An observer can follow the loop step by step.
final class LoopStepTests: XCTestCase {
  private struct Follower: LoopObserver {
    let log = Log<String>()

    func began(_ verb: Verb, at instant: Duration) { log.append("\(verb) \(instant)") }
    func ended(_ verb: Verb, at instant: Duration) { log.append("done \(verb) \(instant)") }
    func stepped(_ step: LoopStep, at instant: Duration) { log.append("\(step) \(instant)") }
  }

  func testEveryStepIsToldInOrder() throws {
    let follower = Follower()
    let loop = EventLoop(time: .virtual, observer: follower)
    try loop.run {
      loop.work(for: .seconds(1))
      try await loop.sleep(for: .seconds(2))
    }
    XCTAssertEqual(
      follower.log.entries,
      [
        "run(tasks: 1) 0.0 seconds", "work 0.0 seconds", "done work 1.0 seconds", "sleep 1.0 seconds",
        "wake(sleepers: 1) 3.0 seconds", "run(tasks: 1) 3.0 seconds", "done sleep 3.0 seconds",
      ])
  }

  func testAWaitElsewhereIsASleepToTheObserver() throws {
    let follower = Follower()
    let loop = EventLoop(time: .virtual, observer: follower)
    try loop.run { try await loop.suspended { try await loop.sleep(for: .seconds(2)) } }
    XCTAssertEqual(follower.log.entries.filter { $0.hasPrefix("sleep") }.count, 2)
    XCTAssertEqual(follower.log.entries.last, "done sleep 2.0 seconds")
  }
}
