import EventLoop
import LessonKit
import Platform

/// What the handler of exercise 3.1 works with: orders in a database, an old library that prints invoices, and other threads.
final class Invoices: Sendable {
  /// There is no such order.
  struct NoSuchOrder: Error, Equatable {}

  /// In virtual time there is only one thread: what another one does takes no time here, and is slept for afterwards.
  @TaskLocal private static var elsewhere: Guarded<Elsewhere>?
  private static let printing = Duration.milliseconds(40)

  private let failing: Int?

  /// What is done by code that runs on another thread.
  private struct Elsewhere {
    var used = Duration.zero
    var orders: [String] = []
  }

  private let state = Guarded(Log())
  /// When each of the pool's two threads is free again, counted from the beginning.
  private let pool = Guarded([Duration.zero, .zero])

  init(on probe: Probe, failing: Int? = nil) {
    self.probe = probe
    self.failing = failing
  }

  /// Reads an order from the database.
  func order(_ number: Int) async throws -> String {
    let order: String = try await probe.call(
      number, takes: .milliseconds(30),
      number == failing ? .failure(NoSuchOrder()) : .success("order \(number)"))
    state.withLock { $0.ordersRead += 1 }
    return order
  }

  /// Prints an invoice.
  func printed(_ order: String) -> String {
    state.withLock { $0.printed.append(order) }
    if let elsewhere = Self.elsewhere {
      elsewhere.withLock {
        $0.used += Self.printing
        $0.orders.append(order)
      }
    } else if probe.loop.isCurrent {
      let task = Self.currentTask
      state.withLock { state in
        state.ordersReadAtFirstBlock = state.ordersReadAtFirstBlock ?? state.ordersRead
        if !state.requests.contains(task) { state.isBlockedByAChild = true }
      }
      probe.loop.answer(lane(of: order)) { probe.loop.block(for: Self.printing) }
    } else {
      let isTask = withUnsafeCurrentTask { $0 != nil }
      state.withLock { ($0.hasLeftTheLoop, $0.isOnPool) = (true, isTask) }
    }
    return "invoice for \(order)"
  }

  /// Runs code that may block on a thread of its own, and suspends the calling task until it is done.
  func onOwnThread<Value: Sendable>(_ body: () throws -> Value) async throws -> Value {
    let (value, done) = try elsewhere(body)
    return try await onOwnThread(value, done)
  }

  /// Runs code on Swift's own pool, which has two threads here (a setting of the environment can give it more), and suspends
  /// the calling task until it is done.
  func onPool<Value: Sendable>(width: Int = 2, _ body: () throws -> Value) async throws -> Value {
    let (value, done) = try elsewhere(body)
    // A thread that has nothing to print blocks nothing.
    if !done.orders.isEmpty { state.withLock { $0.widestPool = max($0.widestPool, width) } }
    if width > 2 { return try await onOwnThread(value, done) }
    let end = pool.withLock { free in
      let thread = free[0] <= free[1] ? 0 : 1
      free[thread] = max(probe.loop.clock.now.offset, free[thread]) + done.used
      return free[thread]
    }
    try await wait(for: done, until: end)
    return value
  }

  // For the grading.

  let probe: Probe

  /// What was done.
  struct Log: Sendable {
    var ordersRead = 0
    /// What was handed to `printed`, in this order.
    var printed: [String] = []
    /// How many threads of their own there are, and were at most.
    var threads = 0
    var mostThreads = 0
    /// Whether a thread was asked for by a task that is not on the loop.
    var isCalledElsewhere = false
    /// How many orders had been read when the loop was first blocked.
    var ordersReadAtFirstBlock: Int?
    /// Whether an invoice was printed on a thread that is not the kit's.
    var hasLeftTheLoop = false
    /// Whether that thread was a task's, so one of Swift's own pool.
    var isOnPool = false
    var widestPool = 0
    /// The tasks that handle a request at this moment.
    var requests: Set<Int?> = []
    /// Whether a task that a request has begun has blocked the loop.
    var isBlockedByAChild = false
    /// Whether another thread was asked for, and given nothing to print.
    var isThreadUnused = false
  }

  var log: Log { state.withLock { $0 } }

  /// Runs a request, and notes its task for as long as it runs: only then does no other have the same address.
  func request(_ body: () async throws -> String) async rethrows -> String {
    let task = Self.currentTask
    state.withLock { _ = $0.requests.insert(task) }
    defer { state.withLock { _ = $0.requests.remove(task) } }
    return try await body()
  }

  private static var currentTask: Int? { withUnsafeCurrentTask { $0?.hashValue } }

  private func elsewhere<Value>(_ body: () throws -> Value) rethrows -> (value: Value, done: Elsewhere) {
    if !probe.loop.isCurrent { state.withLock { ($0.hasLeftTheLoop, $0.isCalledElsewhere) = (true, true) } }
    let done = Guarded(Elsewhere())
    let value = try Self.$elsewhere.withValue(done) { try body() }
    if done.withLock({ $0.orders.isEmpty }) { state.withLock { $0.isThreadUnused = true } }
    return (value, done.withLock { $0 })
  }

  /// Waits for what was done on a thread of its own.
  private func onOwnThread<Value: Sendable>(_ value: Value, _ done: Elsewhere) async throws -> Value {
    state.withLock {
      $0.threads += 1
      $0.mostThreads = max($0.mostThreads, $0.threads)
    }
    defer { state.withLock { $0.threads -= 1 } }
    try await wait(for: done, until: probe.loop.clock.now.offset + done.used)
    return value
  }

  /// Waits for another thread, on the lane of the order that it prints.
  private func wait(for done: Elsewhere, until end: Duration) async throws {
    try await probe.loop.answer(done.orders.first.map(lane(of:)) ?? "") {
      try await probe.loop.sleep(until: .init(offset: end))
    }
  }

  private func lane(of order: String) -> String {
    let number = order.split(separator: " ").last.flatMap { Int($0) }
    return number.map { "request \($0 + 1)" } ?? ""
  }
}
