import EventLoop
import Synchronization
import XCTest

/// Everything that structured concurrency offers stays on the loop's one thread.
final class StayingOnTheLoopTests: XCTestCase {
  private actor Counter {
    var count = 0
    func increment(on loop: EventLoop) -> Bool {
      count += 1
      return loop.isCurrent
    }
  }

  private actor Pinned {
    let loop: EventLoop
    init(loop: EventLoop) { self.loop = loop }
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    func check() async -> Bool {
      loop.assertIsolated()
      let before = loop.isCurrent
      await Task.yield()
      return before && loop.isCurrent
    }
  }

  private func assertStays(
    _ name: String, line: UInt = #line, _ body: @escaping @Sendable (EventLoop) async throws -> Bool
  ) throws {
    for seed in [nil, 1, 2] as [UInt64?] {
      let loop = EventLoop(time: .virtual, seed: seed)
      XCTAssertTrue(try loop.run { try await body(loop) }, "\(name) left the loop", line: line)
    }
  }

  private nonisolated static func elsewhere(_ loop: EventLoop) async -> Bool {
    await Task.yield()
    return loop.isCurrent
  }

  func testNonisolatedFunctions() throws {
    try assertStays("a nonisolated function") { await Self.elsewhere($0) }
  }

  func testAsyncLet() throws {
    try assertStays("async let") { loop in
      async let first = Self.elsewhere(loop)
      async let second = Self.elsewhere(loop)
      return await (first, second) == (true, true)
    }
  }

  func testTaskGroups() throws {
    try assertStays("a child of a task group") { loop in
      await withTaskGroup(of: Bool.self) { group in
        for _ in 1...20 { group.addTask { await Self.elsewhere(loop) } }
        return await group.reduce(true) { $0 && $1 }
      }
    }
  }

  func testActors() throws {
    try assertStays("an actor") { loop in
      let counter = Counter()
      let stayed = await withTaskGroup(of: Bool.self) { group in
        for _ in 1...20 { group.addTask { await counter.increment(on: loop) && loop.isCurrent } }
        return await group.reduce(true) { $0 && $1 }
      }
      return await counter.count == 20 && stayed
    }
  }

  func testActorsWhoseExecutorIsTheLoop() throws {
    try assertStays("an actor with the loop as its executor") { loop in await Pinned(loop: loop).check() }
  }

  func testUnstructuredTasksWithAPreference() throws {
    try assertStays("a task with the executor preference") { loop in
      await Task(executorPreference: loop) { await Self.elsewhere(loop) }.value
    }
  }

  func testStreams() throws {
    try assertStays("a consumer of a stream") { loop in
      let (stream, continuation) = AsyncStream<Int>.makeStream()
      async let producer: Void = {
        for number in 1...5 {
          try await loop.sleep(for: .milliseconds(1))
          continuation.yield(number)
        }
        continuation.finish()
      }()
      var stayed = true
      for await _ in stream { stayed = stayed && loop.isCurrent }
      try await producer
      return stayed && loop.clock.now.offset == .milliseconds(5)
    }
  }

  func testNobodyElseIsOnTheLoop() throws {
    let loop = EventLoop(time: .virtual)
    XCTAssertFalse(loop.isCurrent)
    try loop.run {}
    XCTAssertFalse(loop.isCurrent)
  }
}
