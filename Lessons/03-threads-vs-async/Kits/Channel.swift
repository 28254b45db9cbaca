import EventLoop
import LessonKit
import Synchronization

/// Where items come from in the exercise `fan-in`: each takes a while.
final class Producer: Sendable {
  private let line: Line
  private let lane: Int
  private let takes: Duration
  private let rest: Mutex<[Int]>

  fileprivate init(_ items: [Int], lane: Int, takes: Duration, line: Line) {
    self.lane = lane
    self.takes = takes
    self.line = line
    rest = Mutex(items)
  }

  /// The next item, or `nil` when there are no more.
  func next() async throws -> Int? {
    guard let item = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return nil }
    let made: Int = try await line.probe.call(
      lane, takes: takes, item == line.failing ? .failure(Line.OutOfOrder()) : .success(item))
    line.change { log in
      log.made += 1
      log.most = max(log.most, log.made - log.taken.count)
    }
    return made
  }
}

/// Where items go to: takes one at a time, and each takes a while.
final class Consumer: Sendable {
  private let line: Line
  private let lane: Int
  private let takes: Duration

  fileprivate init(lane: Int, takes: Duration, line: Line) {
    self.lane = lane
    self.takes = takes
    self.line = line
  }

  /// Takes an item.
  func take(_ item: Int) async throws {
    line.change { $0.taken.append(item) }
    try await line.probe.call(lane, takes: takes, .success(()))
  }
}

/// Producers and a consumer, and what goes on between them.
final class Line: Sendable {
  /// A producer is broken.
  struct OutOfOrder: Error, Equatable {}

  /// What happened, for the grader.
  struct Log: Sendable {
    var made = 0
    var taken: [Int] = []
    /// The most items that were made and not yet taken.
    var most = 0
  }

  let probe: Probe
  fileprivate let failing: Int?
  private let state = Mutex(Log())

  init(on probe: Probe, failing: Int? = nil) {
    self.probe = probe
    self.failing = failing
  }

  var log: Log { state.withLock { $0 } }

  func producer(_ items: [Int], lane: Int, takes: Duration) -> Producer {
    Producer(items, lane: lane, takes: takes, line: self)
  }

  func consumer(lane: Int, takes: Duration) -> Consumer { Consumer(lane: lane, takes: takes, line: self) }

  fileprivate func change(_ body: (inout Log) -> Void) { state.withLock { body(&$0) } }
}
