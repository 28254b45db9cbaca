/// What is ready, what waits until when, and what to do next: all that the loop decides, apart from its lock.
struct Schedule {
  /// What the loop does next.
  enum Step {
    /// Run these, one after another.
    case run([UnownedJob])
    /// Their time has come: make them ready.
    case fire([Sleeper.Continuation], [SocketTable.Resumption])
    /// Somebody waits for a socket, and others are ready: ask the system, and do not wait for the answer.
    case look
    /// Nothing is ready before this instant, or before a socket is; without an instant, as long as that takes.
    case wait(until: Duration?)
    /// Nothing is ready, and nothing on the loop will make anything ready.
    case standstill
  }

  /// The thread that runs the loop; `nil` while nobody does.
  private(set) var thread: UInt64?
  /// The time of a loop in virtual time; of a loop in real time, when it last looked.
  var virtualNow: Duration = .zero
  /// What tasks say that they wait for.
  var waits = Waits()
  /// The sockets that are watched.
  var sockets = SocketTable()

  private var ready: [UnownedJob] = []
  private var timers = TimerHeap()
  private var shuffle: SplitMix64?
  /// Whether the loop's thread sleeps and has to be woken for a job.
  private var isParked = false
  /// Whether the system was asked about sockets since tasks last ran. Else ready tasks could keep sockets waiting for ever.
  private var hasLooked = true
  /// When a task last ran: since then everybody has waited.
  private var lastRun: Duration = .zero

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

  /// Decides what to do next. In virtual time `now` is `nil`, and time jumps when nothing is ready.
  mutating func next(now: Duration?) -> Step {
    let deadline = earliest
    if let deadline, deadline <= now ?? virtualNow { return fire(until: now ?? virtualNow) }
    let mustLook = sockets.waiting > 0 && !hasLooked
    hasLooked = true
    if !ready.isEmpty {
      if mustLook { return .look }
      hasLooked = false
      lastRun = now ?? virtualNow
      var batch: [UnownedJob] = []
      swap(&batch, &ready)
      if shuffle != nil { batch.shuffle(using: &shuffle!) }
      return .run(batch)
    }
    if now == nil, let deadline {
      virtualNow = deadline
      return fire(until: deadline)
    }
    isParked = now != nil
    return deadline == nil && sockets.waiting == 0 ? .standstill : .wait(until: deadline)
  }

  /// The earliest instant at which somebody's time has come.
  private var earliest: Duration? {
    mutating get {
      guard let alarm = sockets.earliest else { return timers.earliest }
      return timers.earliest.map { min($0, alarm) } ?? alarm
    }
  }

  private mutating func fire(until now: Duration) -> Step {
    .fire(timers.removeAll(until: now), sockets.removeAll(until: now))
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

  // MARK: Sleeping

  /// Puts a sleeper among the timers. Returns false if it was cancelled before it came here.
  mutating func add(_ sleeper: Sleeper, _ continuation: Sleeper.Continuation) -> Bool {
    guard sleeper.wait(with: continuation) else { return false }
    timers.insert(sleeper)
    return true
  }

  /// Cancels a sleeper. Returns its continuation if it has one that nobody else will resume.
  mutating func cancel(_ sleeper: Sleeper) -> Sleeper.Continuation? {
    let continuation = sleeper.cancel()
    if continuation != nil { timers.discardOne() }
    return continuation
  }

  // MARK: Looking

  var stall: Stall { Stall(waits: waits.all, since: lastRun) }

  var unfinished: Unfinished { Unfinished(ready: ready.count, sleeping: timers.count, waits: waits.all) }
}
