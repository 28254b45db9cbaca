import EventLoop
import Foundation
import Measurement
import Platform
import Synchronization

/// What one process measured of itself.
struct Sample: Codable {
  /// From the beginning to the end, in seconds.
  var wall: Double
  /// Memory in use while all waited, in bytes; 0 where it was not measured.
  var resident: Double

  /// Measures in this process: `loop-wait N`, `task-wait N`, `loop-switch N`, `bare-switch N`, `task-switch N`;
  /// `queries N SERVER SCRIPT`, `pgbench-queries N SERVER SCRIPT`.
  static func measure(_ words: [String]) throws -> Sample {
    guard words.count >= 2, let count = Int(words[1]) else {
      throw Failure(says: "bench --one takes a name and a number")
    }
    return switch words[0] {
    case "loop-wait": try loopWait(count)
    case "task-wait": taskWait(count)
    case "loop-switch": try switches(count, on: EventLoop())
    case "bare-switch": bareSwitches(count)
    case "task-switch": onPool { await players(count, on: globalConcurrentExecutor) }
    case "queries" where words.count == 4: try Queries.ask(count, words[2])
    case "pgbench-queries" where words.count == 4:
      try Queries.askWithPgbench(count, words[2], script: words[3])
    default: throw Failure(says: "bench --one knows no \(words[0])")
    }
  }

  struct Failure: Error {
    var says: String
  }

  func write() throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(self) + Data("\n".utf8))
  }

  /// Requests that wait a second each, all on one loop.
  private static func loopWait(_ count: Int) throws -> Sample {
    let before = ProcessStatus.current
    let loop = EventLoop()
    let resident = try loop.run {
      let tasks = (1...count).map { _ in
        Task(executorPreference: loop) { try await loop.sleep(for: .seconds(1)) }
      }
      await Task.yield()
      let resident = ProcessStatus.current.since(before).residentBytes
      for task in tasks { try await task.value }
      return resident
    }
    return Sample(wall: loop.clock.now.offset.inSeconds, resident: Double(resident))
  }

  /// The same with Swift's own pool and `Task.sleep`. When all of them wait is not known; when the last was made they nearly do.
  private static func taskWait(_ count: Int) -> Sample {
    let before = ProcessStatus.current
    return onPool {
      let clock = ContinuousClock()
      let begin = clock.now
      let tasks = (1...count).map { _ in Task.detached { try await Task.sleep(for: .seconds(1)) } }
      let resident = await Task.detached { ProcessStatus.current.since(before).residentBytes }.value
      for task in tasks { _ = await task.result }
      return Sample(wall: (clock.now - begin).inSeconds, resident: Double(resident))
    }
  }

  /// Two tasks that step back for each other again and again.
  private static func switches(_ count: Int, on loop: EventLoop) throws -> Sample {
    try loop.run { await players(count, on: loop) }
  }

  private static func bareSwitches(_ count: Int) -> Sample {
    let (executor, outcome) = (BareExecutor(), Outcome())
    Task(executorPreference: executor) {
      let sample = await players(count, on: executor)
      outcome.sample.withLock { $0 = sample }
    }
    executor.drain()
    return outcome.sample.withLock { $0 }
  }

  private static func players(_ count: Int, on executor: any TaskExecutor) async -> Sample {
    let elapsed = await ContinuousClock().measure {
      let players = (1...2).map { _ in
        Task(executorPreference: executor) {
          for _ in 1...count / 2 { await Task.yield() }
        }
      }
      for player in players { await player.value }
    }
    return Sample(wall: elapsed.inSeconds, resident: 0)
  }

  /// Runs code on Swift's own pool, and keeps this thread waiting for it.
  private static func onPool(_ body: @escaping @Sendable () async -> Sample) -> Sample {
    let ended = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    Task.detached {
      let sample = await body()
      outcome.sample.withLock { $0 = sample }
      ended.signal()
    }
    ended.wait()
    return outcome.sample.withLock { $0 }
  }
}

/// Where a task leaves its sample for the thread that waits for it.
private final class Outcome: Sendable {
  let sample = Mutex(Sample(wall: 0, resident: 0))
}
