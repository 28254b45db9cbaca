import Platform
import Synchronization

/// One thread that runs asynchronous code: a queue of tasks that are ready, a heap of timers, a clock.
///
/// The loop is an executor of Swift concurrency, built from its public interface alone. ``run(_:)`` drains the ready
/// queue on the calling thread; when it is empty, virtual time jumps to the earliest deadline, and real time waits
/// for it. Child tasks, task groups, `async let` and actors stay on the loop; `Task.detached`, `Task.sleep` and
/// plain `Task { }` leave it. Use `Task(executorPreference: loop)` and ``sleep(for:)`` instead.
///
///     let loop = EventLoop(time: .virtual)
///     let elapsed = try loop.run {
///       try await loop.clock.measure { try await loop.sleep(for: .seconds(3600)) }
///     }
///     // elapsed is exactly one hour, at once
package final class EventLoop: TaskExecutor, SerialExecutor {
  /// How the loop's clock goes.
  package enum Time: Sendable, Hashable {
    /// Time stands still while code runs, and jumps when all tasks wait: exact, instant, the same every time.
    case virtual
    /// Time passes by itself. With a slowdown of 5, every second of the loop takes five on the wall.
    case real(slowdown: Double = 1)
  }

  /// How the loop's clock goes.
  package let time: Time
  /// The seed that ready tasks are shuffled with; `nil` for the order in which they became ready.
  package let seed: UInt64?
  /// The loop's clock. Its instants count from the creation of the loop.
  package var clock: LoopClock { LoopClock(loop: self) }

  let observer: (any LoopObserver)?
  let wall: WallClock?
  private let schedule: Guarded<Schedule>
  /// Made at the first wait in real time: a loop in virtual time needs no descriptors.
  let poller = Guarded<(any Poller)?>(nil)
  let makePoller: @Sendable () throws(SystemError) -> any Poller

  /// How long real time waits for another thread to hand something over before it calls a standstill a stall.
  private static let patience = Duration.seconds(1)

  /// Creates a loop.
  ///
  /// - Parameters:
  ///   - time: how the clock goes.
  ///   - seed: shuffles the tasks that are ready at the same moment; the same seed gives the same order.
  ///   - observer: is told when tasks begin and end to work, block and wait.
  package convenience init(time: Time = .real(), seed: UInt64? = nil, observer: (any LoopObserver)? = nil) {
    self.init(time: time, seed: seed, observer: observer, makePoller: SystemPoller.make)
  }

  init(
    time: Time, seed: UInt64? = nil, observer: (any LoopObserver)? = nil, clock: WallClock? = nil,
    makePoller: @escaping @Sendable () throws(SystemError) -> any Poller
  ) {
    self.makePoller = makePoller
    self.time = time
    self.seed = seed
    self.observer = observer
    switch time {
    case .virtual: wall = nil
    case .real(let slowdown): wall = WallClock(slowdown: slowdown, like: clock)
    }
    schedule = Guarded(Schedule(seed: seed))
  }

  // MARK: Running

  /// Runs a piece of asynchronous code to its end, and everything else on the loop until then.
  ///
  /// Tasks that are still under way when the body ends stay behind; ``unfinished`` counts them, and a further call goes on with
  /// them.
  ///
  /// - Returns: what the body returns.
  /// - Throws: what the body throws; a ``Stall`` if nothing can ever go on; a ``SystemError`` if the loop has to wait for
  ///   the first time and the system has no descriptors left for that.
  package func run<Success: Sendable>(
    _ body: @escaping @Sendable () async throws -> Success
  ) throws -> Success {
    try run(atMost: .max, body)
  }

  /// The same for code that may never end, although the loop always finds something to do.
  ///
  /// - Parameter turns: how often the loop may ask what is next.
  /// - Throws: also ``TooManyTurns``; what was ready then stays so.
  package func run<Success: Sendable>(
    atMost turns: Int, _ body: @escaping @Sendable () async throws -> Success
  ) throws -> Success {
    let outcome = Guarded<Result<Success, any Error>?>(nil)
    // Asked at every turn: the outcome itself is of a type that only the caller knows, and costs more to look at.
    let hasEnded = Atomic(false)
    let thread = ThreadIdentity.current
    schedule.withLock { $0.start(on: thread, now: wall?.now) }
    defer { schedule.withLock { $0.stop() } }
    let task = Task(executorPreference: self) {
      let result: Result<Success, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      outcome.withLock { $0 = result }
      hasEnded.store(true, ordering: .releasing)
    }
    var stall: Stall?
    // One list for all turns: together with the one that fills meanwhile, a turn allocates nothing.
    var batch: [UnownedJob] = []
    var turnsLeft = turns
    while true {
      guard turnsLeft > 0 else { throw TooManyTurns(limit: turns) }
      turnsLeft -= 1
      if hasEnded.load(ordering: .acquiring), let result = outcome.withLock({ $0 }) {
        if let stall { throw stall }
        return try result.get()
      }
      guard try !turn(&batch) else { continue }
      // A cancelled task may still tidy up; only then is the standstill final.
      if let stall { throw stall }
      stall = schedule.withLock { $0.stall }
      task.cancel()
    }
  }

  // [threads-vs-async 01:45] The event loop underneath: it asks what is next,
  // does it, and asks again.
  /// Runs what is ready, or waits until something is. Returns false if nothing ever will be.
  ///
  /// - Parameter batch: an empty list with room for what is ready; empty again in the end.
  private func turn(_ batch: inout [UnownedJob]) throws(SystemError) -> Bool {
    let step = schedule.withLock { $0.next(wall: wall, &batch) }
    if let observer { announce(step, of: batch.count, to: observer) }
    switch step {
    case .run:
      let executor = asUnownedTaskExecutor()
      for job in batch { job.runSynchronously(on: executor) }
      batch.removeAll(keepingCapacity: true)
    case .fire(let sleepers, let sockets):
      for continuation in sleepers { continuation.resume() }
      resume(sockets)
    case .look:
      _ = try poll(nanoseconds: 0)
    case .wait(let deadline):
      let wasWoken = try poll(nanoseconds: deadline.flatMap { wall?.nanoseconds(until: $0) })
      if !wasWoken, let deadline { wall?.hasWaited(until: deadline) }
    case .standstill:
      guard let wall else { return false }
      let end = wall.now + Self.patience
      // A wait can end early for no reason (a signal); only a wait to the end makes a stall.
      return try poll(nanoseconds: wall.nanoseconds(until: end)) || wall.now < end
    }
    return true
  }

  /// What was begun on the loop and has not ended: tasks that are ready, and waits.
  package var unfinished: Unfinished { schedule.withLock { $0.unfinished } }

  // MARK: Being an executor

  // [threads-vs-async 01:59] An executor: a task that can go on is handed to
  // it, and joins the ready queue.
  /// Takes a job in; called by the runtime of Swift concurrency, on any thread.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // As soon as the lock is free, the loop may run the job to its end and be released by its owner; the runtime holds no
    // reference to it for this call.
    let sleeping = schedule.withLock { $0.enqueue(job) ? Unmanaged.passRetained(self) : nil }
    guard let sleeping else { return }
    sleeping.takeUnretainedValue().wakeUp()
    sleeping.release()
  }

  /// Stops the program if the calling thread is not the one that the loop runs on.
  package func checkIsolated() {
    precondition(isCurrent, "this code has to run on its event loop, and runs elsewhere")
  }

  /// Whether the calling thread is the one that the loop runs on at this moment.
  package var isCurrent: Bool { schedule.withLock { $0.thread } == ThreadIdentity.current }

  // MARK: Access for the verbs

  /// The loop's time, counted from its creation.
  var now: Duration { wall?.now ?? schedule.withLock { $0.virtualNow } }

  /// Advances virtual time while nothing else runs.
  func advance(by duration: Duration) { schedule.withLock { $0.virtualNow += duration } }

  /// Reads or changes the schedule under the lock.
  func change<Result>(_ body: (inout sending Schedule) -> sending Result) -> sending Result {
    schedule.withLock(body)
  }

  /// Puts a sleeper among the timers. Returns false if it was cancelled before it came here.
  func add(_ sleeper: Sleeper, until deadline: Duration, _ continuation: SleeperTable.Continuation) -> Bool {
    // A sleeper from another thread may be earlier than the one that the loop's thread waits for.
    let (isAdded, mustWake) = schedule.withLock {
      ($0.timers.insert(sleeper, until: deadline, continuation), $0.unpark())
    }
    if mustWake { wakeUp() }
    return isAdded
  }
}
