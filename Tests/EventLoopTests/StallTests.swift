import EventLoop
import XCTest

/// Where nothing can ever go on, the loop says so instead of waiting for ever.
final class StallTests: XCTestCase {
  private func stall(_ body: @escaping @Sendable (EventLoop) async throws -> Void) -> Stall? {
    let loop = EventLoop(time: .virtual)
    do {
      try loop.run { try await body(loop) }
      return nil
    } catch {
      return error as? Stall
    }
  }

  func testAContinuationThatNobodyResumes() {
    let found = stall { loop in
      try await loop.sleep(for: .milliseconds(130))
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
    XCTAssertEqual(found, Stall(waits: [], since: .milliseconds(130)))
    XCTAssertEqual(found?.description.contains("nothing has run since 130 ms"), true)
  }

  func testSaysHowManyTasksWaitForWhatAndSinceWhen() {
    let found = stall { loop in
      await withTaskGroup(of: Void.self) { group in
        for number in 1...3 {
          group.addTask {
            try? await loop.sleep(for: .milliseconds(10 * number))
            await loop.waiting(for: "slot \(number)") {
              await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            }
          }
        }
      }
    }
    XCTAssertEqual(
      found,
      Stall(
        waits: [
          Wait(for: "slot 1", since: .milliseconds(10)), Wait(for: "slot 2", since: .milliseconds(20)),
          Wait(for: "slot 3", since: .milliseconds(30)),
        ],
        since: .milliseconds(30)))
    XCTAssertEqual(
      found?.description,
      "nothing has run since 30 ms, and nothing ever will: 3 tasks wait "
        + "for slot 1 since 10 ms; for slot 2 since 20 ms; for slot 3 since 30 ms")
  }

  func testTwoTasksThatWaitForEachOther() {
    let found = stall { loop in
      let box = Log<Task<Void, Never>>()
      let first = Task(executorPreference: loop) {
        await Task.yield()
        await loop.waiting(for: "the second task") { await box.entries[0].value }
      }
      box.append(
        Task(executorPreference: loop) { await loop.waiting(for: "the first task") { await first.value } })
      await first.value
    }
    XCTAssertEqual(found?.waits.map(\.reason).sorted(), ["the first task", "the second task"])
  }

  func testAWaitThatEndsIsNotListed() throws {
    let loop = EventLoop(time: .virtual)
    try loop.run { try await loop.waiting(for: "a nap") { try await loop.sleep(for: .seconds(1)) } }
    XCTAssertTrue(loop.unfinished.isEmpty)
  }

  func testTheTaskIsCancelledSoThatItCanTidyUp() {
    let log = Log<String>()
    let found = stall { _ in
      let (stream, continuation) = AsyncStream<Int>.makeStream()
      for await _ in stream {}
      log.append("tidied up")
      continuation.finish()
    }
    XCTAssertNotNil(found)
    XCTAssertEqual(log.entries, ["tidied up"])
  }

  func testALoopGoesOnAfterAStall() throws {
    let loop = EventLoop(time: .virtual)
    XCTAssertThrowsError(
      try loop.run { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } })
    XCTAssertEqual(try loop.run { 42 }, 42)
  }
}
