import EventLoop
import LessonKit
import Synchronization

/// What the handler of the exercise `unblock` has to work with: orders, an old library that prints invoices, and other threads.
final class Invoices: Sendable {
  /// What was done, for the grader.
  struct Log: Sendable {
    var ordersRead = 0
    /// How many orders had been read when something first blocked the loop.
    var ordersReadAtFirstBlock: Int?
    /// Whether it was called on another thread of its own accord.
    var hasLeftTheLoop = false
    /// Whether that was a task's, so one of Swift's own pool.
    var isOnPool = false
    var widestPool = 0
  }

  /// There is no such order.
  struct NoSuchOrder: Error, Equatable {}

  @TaskLocal private static var elsewhere: BorrowedThread?
  private static let printing = Duration.milliseconds(40)

  let probe: Probe
  private let failing: Int?
  private let state = Mutex(Log())
  private let pool: Slots

  init(on probe: Probe, failing: Int? = nil) {
    self.probe = probe
    self.failing = failing
    pool = Slots(2, on: probe.loop)
  }

  var log: Log { state.withLock { $0 } }

  /// Reads an order from the database.
  func order(_ number: Int) async throws -> String {
    let order: String = try await probe.call(
      number, takes: .milliseconds(30),
      number == failing ? .failure(NoSuchOrder()) : .success("order \(number)"))
    state.withLock { $0.ordersRead += 1 }
    return order
  }

  /// Prints an invoice. Nothing in its looks says how.
  func printed(_ order: String) -> String {
    if let thread = Self.elsewhere {
      thread.used.withLock { $0 += Self.printing }
    } else if probe.loop.isCurrent {
      state.withLock { $0.ordersReadAtFirstBlock = $0.ordersReadAtFirstBlock ?? $0.ordersRead }
      probe.loop.block(for: Self.printing)
    } else {
      let isTask = withUnsafeCurrentTask { $0 != nil }
      state.withLock { ($0.hasLeftTheLoop, $0.isOnPool) = (true, isTask) }
    }
    return "invoice for \(order)"
  }

  /// Runs code that may block on a thread made for it, and gives the calling task's thread back until it is done.
  func onOwnThread<Value: Sendable>(_ body: () throws -> Value) async throws -> Value {
    try await elsewhere(body)
  }

  /// Runs code on Swift's own pool, which has two threads here; a setting of the environment can give it more.
  func onPool<Value: Sendable>(width: Int = 2, _ body: () throws -> Value) async throws -> Value {
    state.withLock { $0.widestPool = max($0.widestPool, width) }
    if width > 2 { return try await elsewhere(body) }
    try await pool.acquire()
    defer { pool.release() }
    return try await elsewhere(body)
  }

  /// In virtual time there is one thread: what another one does is over at once here, and then slept for.
  private func elsewhere<Value: Sendable>(_ body: () throws -> Value) async throws -> Value {
    let thread = BorrowedThread()
    let value = try Self.$elsewhere.withValue(thread) { try body() }
    try await probe.loop.sleep(for: thread.used.withLock { $0 })
    return value
  }
}

/// A thread that something blocks, in virtual time.
private final class BorrowedThread: Sendable {
  let used = Mutex(Duration.zero)
}
