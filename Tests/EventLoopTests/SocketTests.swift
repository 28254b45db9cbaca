import Dispatch
import Foundation
import Platform
import XCTest

@testable import EventLoop

/// Tasks wait for sockets while the loop serves others, whichever way the loop asks the system.
final class SocketTests: XCTestCase {
  /// Runs a test once with each poller, with the two ends of a connection, and sees that no descriptor stays open.
  private func withPair(
    line: UInt = #line, _ body: (EventLoop, (near: Int32, far: Int32)) throws -> Void
  ) rethrows {
    for (number, make) in SystemPoller.all.enumerated() {
      let before = openDescriptors()
      do {
        let pair = socketPair()
        defer {
          close(pair.near)
          close(pair.far)
        }
        try body(EventLoop(time: .real(), makePoller: make), pair)
      }
      XCTAssertEqual(openDescriptors(), before, "descriptors left open with poller \(number)", line: line)
    }
  }

  func testATaskWaitsUntilThereIsSomethingToRead() throws {
    try withPair { loop, pair in
      let log = Log<String>()
      try loop.run {
        let watch = try loop.watch(pair.near)
        let reader = Task(executorPreference: loop) {
          let isReady = try await watch.wait(for: .reading)
          log.append("ready: \(isReady), read \(receive(pair.near))")
        }
        try await loop.sleep(for: .milliseconds(1))
        log.append("others run")
        send("abc", pair.far)
        try await reader.value
      }
      XCTAssertEqual(log.entries, ["others run", "ready: true, read abc"])
    }
  }

  func testReadinessThatCameBeforeTheWaitIsNotLost() throws {
    try withPair { loop, pair in
      let (isReady, text) = try loop.run {
        let watch = try loop.watch(pair.near)
        send("early", pair.far)
        try await loop.sleep(for: .milliseconds(1))
        return (try await watch.wait(for: .reading), receive(pair.near))
      }
      XCTAssertTrue(isReady)
      XCTAssertEqual(text, "early")
    }
  }

  func testEachWaitNeedsSomethingNew() throws {
    try withPair { loop, pair in
      let text = try loop.run {
        let watch = try loop.watch(pair.near)
        let writer = Task(executorPreference: loop) {
          for letter in "hello" {
            send(String(letter), pair.far)
            try await loop.sleep(for: .milliseconds(1))
          }
        }
        var text = ""
        while text.count < 5, try await watch.wait(for: .reading) { text += receive(pair.near) }
        try await writer.value
        return text
      }
      XCTAssertEqual(text, "hello")
    }
  }

  func testTheEndOfTheOtherSideEndsEveryWaitForReading() throws {
    try withPair { loop, pair in
      try loop.run {
        let watch = try loop.watch(pair.near)
        shutdown(pair.far, Int32(SHUT_WR))
        for _ in 1...3 {
          let isReady = try await watch.wait(for: .reading)
          XCTAssertTrue(isReady)
          XCTAssertEqual(receive(pair.near), "")
        }
      }
    }
  }

  func testAWaitForRoomEndsWhenTheOtherSideReads() throws {
    try withPair { loop, pair in
      try loop.run {
        let watch = try loop.watch(pair.near)
        let sent = fill(pair.near)
        let writer = Task(executorPreference: loop) {
          repeat { _ = try await watch.wait(for: .writing) } while fill(pair.near) == 0
        }
        var received = 0
        while received < sent { received += receive(pair.far).utf8.count }
        try await writer.value
      }
    }
  }

  func testAWaitEndsAtItsDeadline() throws {
    try withPair { loop, pair in
      let (isReady, end) = try loop.run {
        let watch = try loop.watch(pair.near)
        let deadline = LoopClock.Instant(offset: loop.clock.now.offset + .milliseconds(5))
        return (try await watch.wait(for: .reading, until: deadline), loop.clock.now.offset - deadline.offset)
      }
      XCTAssertFalse(isReady)
      XCTAssertGreaterThanOrEqual(end, .zero)
    }
  }

  func testALaterDeadlineReplacesAnEarlierOne() throws {
    try withPair { loop, pair in
      try loop.run {
        let watch = try loop.watch(pair.near)
        let start = loop.clock.now
        // Ends a wait that would never end, so that the test fails instead.
        let guardian = Task(executorPreference: loop) {
          try await loop.sleep(for: .seconds(2))
          send("too late", pair.far)
        }
        // The alarm of a wait that ended in time must not be taken for the next one's, nor take its place.
        let waits = [
          (5, true), (9, false), (2000, true), (12, false), (1000, true), (11, false), (3000, true),
          (14, false),
        ]
        for (milliseconds, isInTime) in waits {
          let deadline = start.advanced(by: .milliseconds(milliseconds))
          if isInTime { send("x", pair.far) }
          let isReady = try await watch.wait(for: .reading, until: deadline)
          if milliseconds > 100 || !isInTime {
            XCTAssertEqual(isReady, isInTime, "deadline after \(milliseconds) ms")
          }
          _ = receive(pair.near)
        }
        guardian.cancel()
        _ = await guardian.result
      }
      XCTAssertLessThan(loop.clock.now.offset, .milliseconds(900))
    }
  }

  func testCancellationEndsAWaitBeforeAndAfterItBegins() throws {
    for beginsFirst in [true, false] {
      try withPair { loop, pair in
        let wasCancelled = try loop.run {
          let watch = try loop.watch(pair.near)
          let reader = Task(executorPreference: loop) {
            if !beginsFirst { withUnsafeCurrentTask { $0?.cancel() } }
            do {
              _ = try await watch.wait(for: .reading)
              return false
            } catch { return true }
          }
          await Task.yield()
          reader.cancel()
          return await reader.value
        }
        XCTAssertTrue(wasCancelled)
        XCTAssertTrue(loop.unfinished.isEmpty)
      }
    }
  }

  func testEndingAWatchEndsItsWait() throws {
    try withPair { loop, pair in
      try loop.run {
        let watch = try loop.watch(pair.near)
        let reader = Task(executorPreference: loop) { try await watch.wait(for: .reading) }
        await Task.yield()
        watch.end()
        if case .success = await reader.result { XCTFail("the wait did not end") }
        if case .success = await Task(
          executorPreference: loop, operation: { try await watch.wait(for: .reading) }
        )
        .result {
          XCTFail("a wait began after the watch had ended")
        }
        // The same descriptor can be watched anew.
        let again = try loop.watch(pair.near)
        send("again", pair.far)
        _ = try await again.wait(for: .reading)
        XCTAssertEqual(receive(pair.near), "again")
      }
    }
  }

  /// A task that never waits must not keep those from going on that wait for a socket.
  func testTasksThatAreAlwaysReadyDoNotStarveSockets() throws {
    try withPair { loop, pair in
      try loop.run {
        let watch = try loop.watch(pair.near)
        let hasRead = Log<Void>()
        let reader = Task(executorPreference: loop) {
          _ = try await watch.wait(for: .reading)
          hasRead.append(())
        }
        await Task.yield()
        send("x", pair.far)
        var turns = 0
        while hasRead.entries.isEmpty, turns < 100_000 {
          await Task.yield()
          turns += 1
        }
        XCTAssertLessThan(turns, 100_000)
        try await reader.value
      }
    }
  }

  func testAWaitForASocketIsNotAStall() throws {
    try withPair { loop, pair in
      // Longer than the loop's patience with a standstill, and decided by the other thread's byte alone.
      DispatchQueue.global().asyncAfter(deadline: .now() + 1.2) { send("late", pair.far) }
      let isReady = try loop.run { try await loop.watch(pair.near).wait(for: .reading) }
      XCTAssertTrue(isReady)
    }
  }

  func testManyThreadsWakeTheLoopWhileItWaitsForSockets() throws {
    try withPair { loop, pair in
      let total = try loop.run {
        let watch = try loop.watch(pair.near)
        let reader = Task(executorPreference: loop) {
          var bytes = 0
          while bytes < 200, try await watch.wait(for: .reading) { bytes += receive(pair.near).utf8.count }
          return bytes
        }
        let handed = Log<Void>()
        await withTaskGroup(of: Void.self) { group in
          for _ in 1...4 {
            group.addTask {
              await withCheckedContinuation { done in
                DispatchQueue.global().async {
                  for _ in 1...50 {
                    send("x", pair.far)
                    Task(executorPreference: loop) { handed.append(()) }
                  }
                  done.resume()
                }
              }
            }
          }
        }
        let bytes = try await reader.value
        while handed.entries.count < 200 { await Task.yield() }
        return bytes
      }
      XCTAssertEqual(total, 200)
    }
  }

  func testALoopThatNeverWaitsHasNoDescriptors() throws {
    let before = openDescriptors()
    let virtual = EventLoop(time: .virtual)
    try virtual.run { try await virtual.sleep(for: .seconds(1)) }
    let real = EventLoop(time: .real())
    try real.run { real.block(for: .microseconds(10)) }
    XCTAssertEqual(openDescriptors(), before)
    withExtendedLifetime((virtual, real)) {}
  }

  func testALoopThatCannotHaveAPollerSaysWhy() {
    let refusal = SystemError("epoll_create1", code: EMFILE)
    let loop = EventLoop(time: .real()) { () throws(SystemError) in throw refusal }
    XCTAssertThrowsError(try loop.run { try await loop.sleep(for: .milliseconds(1)) }) {
      XCTAssertEqual($0 as? SystemError, refusal)
    }
    XCTAssertEqual("\(refusal)".hasPrefix("epoll_create1: Too many open files (error "), true, "\(refusal)")
  }

  func testATimerIsPreciseWhileSocketsAreWatched() throws {
    try XCTSkipUnless(SystemPoller.all.count > 1, "poll counts whole milliseconds")
    // A time-out in whole milliseconds would be late by half of one on the average, and never by less than 0.2 ms so often.
    let loop = EventLoop(time: .real())
    let pair = socketPair()
    defer {
      close(pair.near)
      close(pair.far)
    }
    let best = try loop.run {
      let watch = try loop.watch(pair.near)
      let reader = Task(executorPreference: loop) { try await watch.wait(for: .reading) }
      var best = Duration.seconds(1)
      for _ in 1...40 {
        let deadline = loop.clock.now.advanced(by: .microseconds(1300))
        try await loop.sleep(until: deadline)
        best = min(best, deadline.duration(to: loop.clock.now))
      }
      reader.cancel()
      return best
    }
    XCTAssertLessThan(best, .microseconds(200))
  }
}

// MARK: Sockets

private func socketPair() -> (near: Int32, far: Int32) {
  let pair = try! StreamSocket.pair()
  return (pair.near.number, pair.far.number)
}

private func send(_ text: String, _ descriptor: Int32) {
  _ = text.withCString { write(descriptor, $0, strlen($0)) }
}

private func receive(_ descriptor: Int32) -> String {
  var bytes = [UInt8](repeating: 0, count: 65536)
  let count = read(descriptor, &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}

/// Writes until there is no more room. Returns how much.
private func fill(_ descriptor: Int32) -> Int {
  let bytes = [UInt8](repeating: 120, count: 4096)
  var total = 0
  while case let count = write(descriptor, bytes, bytes.count), count > 0 { total += count }
  return total
}

private func openDescriptors() -> Int {
  (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 }
}
