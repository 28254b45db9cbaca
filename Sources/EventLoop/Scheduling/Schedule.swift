/// What is ready, what waits until when, and what to do next: all that the loop decides, apart from its lock.
struct Schedule {
  /// What the loop does next.
  enum Step {
    /// Run these, one after another.
    case run([UnownedJob])
    /// Their time has come: make them ready.
    case fire([SleeperTable.Continuation])
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
  /// An empty list with room, to become the next `ready`: a turn allocates nothing.
  private var spare: [UnownedJob] = []
  private var timers = TimerHeap()
  private var shuffle: SplitMix64?
  /// Whether the loop's thread sleeps and has to be woken for a job.
  private var isParked = false
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

  /// Decides what to do next. Without a wall clock time is virtual, and jumps when nothing is ready.
  ///
  /// The clock is only read when something depends on it: a reading costs as much as a tenth of a switch.
  mutating func next(wall: WallClock?) -> Step {
    if let deadline = timers.earliest {
      let now = wall?.now ?? virtualNow
      if deadline <= now { return .fire(timers.removeAll(until: now)) }
      return nextReady() ?? wait(until: deadline, now: now, isVirtual: wall == nil)
    }
    if let step = nextReady() { return step }
    noteLastRun(wall?.now ?? virtualNow)
    isParked = wall != nil
    return .standstill
  }

  private mutating func nextReady() -> Step? {
    guard !ready.isEmpty else { return nil }
    hasRun = true
    var batch: [UnownedJob] = []
    swap(&batch, &spare)
    swap(&batch, &ready)
    if shuffle != nil { batch.shuffle(using: &shuffle!) }
    return .run(batch)
  }

  private mutating func wait(until deadline: Duration, now: Duration, isVirtual: Bool) -> Step {
    noteLastRun(now)
    guard isVirtual else {
      isParked = true
      return .wait(until: deadline)
    }
    virtualNow = deadline
    return .fire(timers.removeAll(until: deadline))
  }

  private mutating func noteLastRun(_ now: Duration) {
    if hasRun { lastRun = now }
    hasRun = false
  }

  /// Takes a list of jobs back that have run, for the room that it has.
  mutating func recycle(_ jobs: consuming [UnownedJob]) {
    guard spare.capacity == 0 else { return }
    jobs.removeAll(keepingCapacity: true)
    spare = jobs
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

  /// Gives a task that is about to sleep a place.
  mutating func reserveSleeper() -> Sleeper { timers.reserve() }

  /// Puts a sleeper among the timers. Returns false if it was cancelled before it came here.
  mutating func add(_ sleeper: Sleeper, until deadline: Duration, _ continuation: SleeperTable.Continuation)
    -> Bool
  {
    timers.insert(sleeper, until: deadline, continuation)
  }

  /// Cancels a sleeper. Returns its continuation if it has one that nobody else will resume.
  mutating func cancel(_ sleeper: Sleeper) -> SleeperTable.Continuation? { timers.cancel(sleeper) }

  // MARK: Looking

  var stall: Stall { Stall(waits: waits.all, since: lastRun) }

  var unfinished: Unfinished { Unfinished(ready: ready.count, sleeping: timers.count, waits: waits.all) }
}
