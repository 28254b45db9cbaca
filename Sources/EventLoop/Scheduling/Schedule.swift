/// What is ready, what waits until when, and what to do next: all that the loop decides, apart from its lock.
struct Schedule {
  /// What the loop does next.
  enum Step {
    /// Run these, one after another.
    case run([UnownedJob])
    /// Their time has come: make them ready.
    case fire([Sleeper.Continuation])
    /// Nothing is ready before this instant.
    case wait(until: Duration)
    /// Nothing is ready, and nothing on the loop will make anything ready.
    case standstill
  }

  /// The thread that runs the loop; `nil` while nobody does.
  private(set) var thread: UInt64?
  /// The time of a loop in virtual time; of a loop in real time, when it last looked.
  var virtualNow: Duration = .zero
  /// What tasks say that they wait for.
  var waits = Waits()

  private var ready: [UnownedJob] = []
  private var timers = TimerHeap()
  private var shuffle: SplitMix64?
  /// Whether the loop's thread sleeps and has to be woken for a job.
  private var isParked = false
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
    if let deadline = timers.earliest, deadline <= now ?? virtualNow {
      return .fire(timers.removeAll(until: now ?? virtualNow))
    }
    if !ready.isEmpty {
      lastRun = now ?? virtualNow
      var batch: [UnownedJob] = []
      swap(&batch, &ready)
      if shuffle != nil { batch.shuffle(using: &shuffle!) }
      return .run(batch)
    }
    guard let deadline = timers.earliest else {
      isParked = now != nil
      return .standstill
    }
    guard now != nil else {
      virtualNow = deadline
      return .fire(timers.removeAll(until: deadline))
    }
    isParked = true
    return .wait(until: deadline)
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
