import Workload

/// Clients on a ``Pool``, one event after another: what every load is computed with.
struct PoolRun {
  /// What a client does on a core without a break, and the wait behind it.
  struct Burst {
    /// Work; and waits too that keep the worker, where each worker has a core of its own.
    var steps: [Step] = []
    var length = Duration.zero
    /// How long it waits then; `nil` if it is answered.
    var wait: Duration?
    var takesWorker: Bool
    var freesWorker = true
  }

  /// A stretch for which a client has a core.
  struct Turn {
    var client: Int
    var burst: Int
    var core: Int
    var start: Duration
    var end: Duration
    /// Whether the burst ends with it.
    var isLast: Bool
  }

  enum Event {
    case turn(Turn)
    case turnedAway(Int, at: Duration)
  }

  let bursts: [Burst]
  private let pool: Pool
  private let staysInside: Bool
  private var agenda: Agenda
  private var cores = Agenda.Heap()
  /// What each client does next; for a part of a burst that is left over, how long that takes.
  private var next: [Int]
  private var rest: [Int: Duration] = [:]
  /// How many workers are free and which clients stand in line for one; `nil` where a core is all that a client can lack.
  private var idle: Int?
  private var line: [Int] = []
  private var served = 0
  private var inside = 0

  // The lanes of the agenda: for each burst one for its end and one for what comes behind its wait, and these three.
  private func end(of burst: Int) -> Int { 2 * burst }
  private func behind(_ burst: Int) -> Int { 2 * burst + 1 }
  private var arrivals: Int { 2 * bursts.count }
  private var retries: Int { 2 * bursts.count + 1 }
  private var slices: Int { 2 * bursts.count + 2 }

  /// - Parameters:
  ///   - programs: what clients do.
  ///   - program: which of these, for each client.
  ///   - staysInside: whether a client that was let in once need not be let in again.
  init(_ pool: Pool, _ programs: [[Step]], program: [Int], staysInside: Bool) {
    var bursts: [Burst] = []
    let first = programs.map { steps in
      defer { bursts += pool.bursts(of: steps) }
      return bursts.count
    }
    (self.pool, self.bursts, self.staysInside) = (pool, bursts, staysInside)
    next = program.map { first[$0] }
    agenda = Agenda(lanes: 2 * bursts.count + 3)
    idle = pool.hasCoreEach ? nil : pool.workers
    for core in 0..<(pool.hasCoreEach ? pool.workers! : pool.cores) {
      cores.insert(Agenda.Entry(time: .zero, order: core, client: core))
    }
  }

  /// Lets a client come; clients have to be named in the order of their arrivals.
  mutating func expect(_ client: Int, at arrival: Duration) {
    agenda.add(client, at: arrival, lane: arrivals)
  }

  /// Lets a client try again that was turned away.
  mutating func retry(_ client: Int, at instant: Duration) { agenda.add(client, at: instant, lane: retries) }

  /// Lets a client begin again after its last turn.
  mutating func restart(after turn: Turn, at instant: Duration) {
    next[turn.client] = 0
    agenda.add(turn.client, at: instant, lane: behind(turn.burst))
  }

  /// All that decides what becomes of the clients inside, in times counted from one instant.
  struct State: Equatable {
    var clients: [Int]
    var instants: [Duration]
    var idle: Int?
  }

  /// - Parameter marks: an instant for each client that belongs to its state.
  func state(at now: Duration, _ marks: [Duration]) -> State {
    let inside = agenda.entries.filter { $0.lane != retries }
    let line = line[served...]
    return State(
      clients: inside.flatMap { [$0.lane, $0.client] } + line,
      instants: inside.flatMap { [$0.time - now, marks[$0.client] - now, rest[$0.client] ?? .zero] }
        + line.map { marks[$0] - now } + cores.entries.map { max(.zero, $0.time - now) }, idle: idle)
  }

  /// The next event; `nil` when nothing happens any more.
  mutating func nextEvent() -> Event? {
    while let entry = agenda.removeFirst() {
      switch entry.lane {
      case arrivals, retries:
        guard inside < pool.admitted ?? .max else { return .turnedAway(entry.client, at: entry.time) }
        inside += 1
        if takesWorker(entry.client) { return .turn(serve(entry.client, ready: entry.time)) }
      case slices:
        return .turn(serve(entry.client, ready: entry.time))
      case let lane where lane.isMultiple(of: 2):
        if let client = over(bursts[lane / 2]) { return .turn(serve(client, ready: entry.time)) }
      default:
        if takesWorker(entry.client) { return .turn(serve(entry.client, ready: entry.time)) }
      }
    }
    return nil
  }

  /// Whether a client has its worker, or else stands in line from now on.
  private mutating func takesWorker(_ client: Int) -> Bool {
    guard bursts[next[client]].takesWorker, let free = idle else { return true }
    if free > 0 { idle = free - 1 } else { line.append(client) }
    return free > 0
  }

  /// Notes that a burst is over. Returns a client who has stood in line for the worker that is free now.
  private mutating func over(_ burst: Burst) -> Int? {
    if burst.wait == nil, !staysInside { inside -= 1 }
    guard burst.freesWorker, let free = idle else { return nil }
    guard served < line.count else {
      (line, served, idle) = ([], 0, free + 1)
      return nil
    }
    served += 1
    return line[served - 1]
  }

  /// Gives a client the core that is free first: clients come here in the order in which they are ready.
  private mutating func serve(_ client: Int, ready: Duration) -> Turn {
    let burst = next[client]
    let core = cores.first!
    let start = max(ready, core.time)
    var length = bursts[burst].length
    var isLast = true
    if let slice = pool.slice, !pool.hasCoreEach {
      length = rest[client] ?? length
      isLast = length <= slice
      rest[client] = isLast ? nil : length - slice
      length = min(length, slice)
    }
    let end = start + length
    cores.replaceFirst(by: Agenda.Entry(time: end, order: core.order, client: core.client))
    if !isLast {
      agenda.add(client, at: end, lane: slices)
    } else {
      if idle != nil || !staysInside { agenda.add(client, at: end, lane: self.end(of: burst)) }
      if let wait = bursts[burst].wait {
        next[client] = burst + 1
        agenda.add(client, at: end + wait, lane: behind(burst))
      }
    }
    return Turn(client: client, burst: burst, core: core.order, start: start, end: end, isLast: isLast)
  }
}

extension Pool {
  /// Whether a worker never has to wait for a core.
  fileprivate var hasCoreEach: Bool { workers.map { $0 <= cores } ?? false }

  private func keepsWorker(in step: Step) -> Bool {
    switch waiting {
    case .keepsWorker: true
    case .givesWorkerBack: step.kind == .work
    case .keepsWorkerIn(let names): step.kind == .work || names.contains(step.name)
    }
  }

  fileprivate func bursts(of steps: [Step]) -> [PoolRun.Burst] {
    var bursts = [PoolRun.Burst(takesWorker: true)]
    for step in steps {
      let keepsWorker = keepsWorker(in: step)
      if step.kind == .work || keepsWorker && hasCoreEach {
        bursts[bursts.count - 1].steps.append(step)
        bursts[bursts.count - 1].length += step.duration
      } else {
        bursts[bursts.count - 1].wait = step.duration
        bursts[bursts.count - 1].freesWorker = !keepsWorker
        bursts.append(PoolRun.Burst(takesWorker: !keepsWorker))
      }
    }
    return bursts
  }
}
