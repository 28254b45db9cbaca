/// What is ready, what waits until when, and what to do next: all that the loop decides, apart from its lock.
struct Schedule {
  /// What the loop does next.
  enum Step {
    /// Run the batch, one after another.
    case run
    /// Their time has come: make them ready.
    case fire([SleeperTable.Continuation], [SocketTable.Resumption])
    /// A task waits for a socket, and others are ready: ask the system, and do not wait for the answer.
    case look
    /// Nothing is ready before this instant, or before a socket is; without an instant, as long as that takes.
    case wait(until: Duration?)
    /// Nothing is ready, and nothing on the loop will make anything ready.
    case standstill
  }

  /// The thread that runs the loop; `nil` while none does.
  private(set) var thread: UInt64?
  /// The time of a loop in virtual time; of a loop in real time, when it last looked.
  var virtualNow: Duration = .zero
  /// What tasks say that they wait for.
  var waits = Waits()
  /// The tasks that sleep, or are about to.
  var timers = TimerHeap()
  /// The sockets that are watched.
  var sockets = SocketTable()

  private var ready: [UnownedJob] = []
  private var shuffle: SplitMix64?
  /// Whether the loop's thread sleeps and has to be woken for a job.
  private(set) var isParked = false
  /// Whether the system was asked about sockets since tasks last ran. Else ready tasks could keep sockets waiting for ever.
  private var hasLooked = true
  /// When a task last ran: since then everybody has waited.
  private var lastRun: Duration = .zero
  /// Whether a task has run since `lastRun` was noted.
  private var hasRun = false

  init(seed: UInt64?) {
    shuffle = seed.map { SplitMix64(seed: $0) }
  }

  // MARK: The loop's thread

  mutating func start(on thread: UInt64, now: Duration?) {
    precondition(self.thread == nil, "the event loop runs already; one loop, one thread, one run at a time")
    self.thread = thread
    lastRun = now ?? virtualNow
  }

  mutating func stop() {
    thread = nil
    isParked = false
  }

  // [threads-vs-async 01:45] What is next: tasks whose deadline has come,
  // else tasks that are ready, else a wait for the earliest deadline.
  /// Decides what to do next. Without a wall clock time is virtual, and jumps when nothing is ready.
  ///
  /// What is to run is exchanged for an empty `batch`.
  ///
  /// The clock is only read when something depends on it: a reading costs as much as a tenth of a switch.
  mutating func next(wall: WallClock?, _ batch: inout [UnownedJob]) -> Step {
    guard let deadline = earliest else {
      if let step = nextReady(&batch) { return step }
      noteLastRun(wall?.now ?? virtualNow)
      isParked = wall != nil
      return sockets.waiting == 0 ? .standstill : .wait(until: nil)
    }
    let now = wall?.now ?? virtualNow
    if deadline <= now { return fire(until: now) }
    if let step = nextReady(&batch) { return step }
    noteLastRun(now)
    guard wall == nil else {
      isParked = true
      return .wait(until: deadline)
    }
    virtualNow = deadline
    return fire(until: deadline)
  }

  // [threads-vs-async 01:25] The ready queue: the tasks that can go on now,
  // first come, first served.
  /// What is ready, after a look at the sockets if tasks have run since the last one.
  private mutating func nextReady(_ batch: inout [UnownedJob]) -> Step? {
    let mustLook = sockets.waiting > 0 && !hasLooked
    hasLooked = true
    guard !ready.isEmpty else { return nil }
    if mustLook { return .look }
    hasLooked = false
    hasRun = true
    swap(&batch, &ready)
    if shuffle != nil { batch.shuffle(using: &shuffle!) }
    return .run
  }

  /// The earliest instant at which a sleeper or a deadline is due.
  private var earliest: Duration? {
    mutating get {
      guard let alarm = sockets.earliest else { return timers.earliest }
      return timers.earliest.map { min($0, alarm) } ?? alarm
    }
  }

  private mutating func fire(until now: Duration) -> Step {
    .fire(timers.removeAll(until: now), sockets.removeAll(until: now))
  }

  private mutating func noteLastRun(_ now: Duration) {
    if hasRun { lastRun = now }
    hasRun = false
  }

  /// Takes a job in. Returns whether the loop's thread has to be woken.
  mutating func enqueue(_ job: UnownedJob) -> Bool {
    ready.append(job)
    return unpark()
  }

  /// Notes that the loop's thread is awake. Returns whether it was asleep until now.
  mutating func unpark() -> Bool {
    defer { isParked = false }
    return isParked
  }

  // MARK: Looking

  var stall: Stall { Stall(waits: waits.all, since: lastRun) }

  var unfinished: Unfinished { Unfinished(ready: ready.count, sleeping: timers.count, waits: waits.all) }
}
