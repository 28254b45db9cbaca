import Platform

/// The sockets that a loop watches, who waits for which, and until when.
struct SocketTable {
  typealias WakeUp = WatchedSocket.WakeUp

  /// A task that can go on, and why.
  struct Resumption {
    var continuation: WatchedSocket.Continuation
    var reason: WakeUp
  }

  /// When to look at the deadlines of a socket.
  ///
  /// A connection has a new deadline for each request, nearly always later than the one before. So the heap holds one
  /// alarm a socket; when it goes off too early, it is set again. A request costs no change of the heap at all.
  private struct Alarm: HeapOrdered {
    var instant: Duration
    var number: UInt64
    var socket: WatchedSocket

    func isBefore(_ other: Alarm) -> Bool { (instant, number) < (other.instant, other.number) }
    var isSet: Bool { socket.alarm?.number == number }
  }

  /// By number of the descriptor: the system keeps these small and dense.
  private var sockets: [WatchedSocket?] = []
  private var alarms = BinaryHeap<Alarm>()
  private var lastAlarm: UInt64 = 0
  private var silenced = 0
  private var generation: UInt64 = 0

  /// How many tasks wait for a socket.
  private(set) var waiting = 0

  // MARK: Watching

  mutating func insert(_ descriptor: Int32) -> WatchedSocket {
    let index = Int(descriptor)
    while sockets.count <= index { sockets.append(nil) }
    precondition(sockets[index] == nil, "descriptor \(descriptor) is watched already; end that watch first")
    generation = (generation + 1) & 0x7FFF_FFFF
    let socket = WatchedSocket(descriptor, token: generation << 32 | UInt64(index))
    sockets[index] = socket
    return socket
  }

  /// Ends to watch a socket. Returns the tasks that wait for it.
  mutating func remove(_ socket: WatchedSocket) -> [Resumption] {
    guard socket.isWatched else { return [] }
    socket.isWatched = false
    sockets[Int(socket.descriptor)] = nil
    silence(socket)
    return [wake(socket, .reading, .cancelled), wake(socket, .writing, .cancelled)].compactMap { $0 }
  }

  // MARK: Waiting

  /// Lets a task wait. Returns a reason if it need not.
  mutating func wait(
    _ continuation: WatchedSocket.Continuation, for readiness: Readiness, of socket: WatchedSocket,
    until deadline: Duration?
  ) -> WakeUp? {
    guard socket.isWatched else { return .cancelled }
    switch socket[readiness] {
    case .awaited:
      preconditionFailure(
        "two tasks wait for \(readiness) of descriptor \(socket.descriptor); one at a time may")
    case .reported:
      socket[readiness] = .quiet
      return .ready
    case .quiet:
      if readiness == .reading, socket.hasEnded { return .ready }
    }
    socket[readiness] = .awaited(continuation, until: deadline)
    waiting += 1
    if let deadline { set(deadline, socket) }
    return nil
  }

  mutating func cancel(_ readiness: Readiness, of socket: WatchedSocket) -> Resumption? {
    wake(socket, readiness, .cancelled)
  }

  private mutating func wake(
    _ socket: WatchedSocket, _ readiness: Readiness, _ reason: WakeUp
  ) -> Resumption? {
    guard let continuation = socket.take(readiness) else { return nil }
    waiting -= 1
    return Resumption(continuation: continuation, reason: reason)
  }

  // MARK: Reports and deadlines

  /// Takes in what the system reports. Returns the tasks that go on.
  mutating func take(_ reports: [ReadinessReport]) -> [Resumption] {
    var resumptions: [Resumption] = []
    resumptions.reserveCapacity(reports.count)
    for report in reports {
      let index = Int(report.token & 0xFFFF_FFFF)
      guard index < sockets.count, let socket = sockets[index], socket.token == report.token else { continue }
      if report.hasEnded { socket.hasEnded = true }
      for (readiness, isReady) in [(Readiness.reading, report.canRead), (.writing, report.canWrite)]
      where isReady {
        if let resumption = wake(socket, readiness, .ready) {
          resumptions.append(resumption)
        } else {
          socket[readiness] = .reported
        }
      }
    }
    return resumptions
  }

  /// When a deadline may be over; never later than the earliest deadline.
  var earliest: Duration? {
    mutating get {
      while let top = alarms.first, !top.isSet {
        alarms.removeFirst()
        silenced -= 1
      }
      return alarms.first?.instant
    }
  }

  /// Returns the tasks whose deadline is over.
  mutating func removeAll(until now: Duration) -> [Resumption] {
    var resumptions: [Resumption] = []
    while let instant = earliest, instant <= now, let socket = alarms.first?.socket {
      alarms.removeFirst()
      socket.alarm = nil
      for readiness in [Readiness.reading, .writing] {
        guard case .awaited(_, let deadline?) = socket[readiness], deadline <= now else { continue }
        if let resumption = wake(socket, readiness, .late) { resumptions.append(resumption) }
      }
      if let deadline = socket.deadline { set(deadline, socket) }
    }
    return resumptions
  }

  private mutating func set(_ deadline: Duration, _ socket: WatchedSocket) {
    if let alarm = socket.alarm, alarm.instant <= deadline { return }
    silence(socket)
    lastAlarm += 1
    socket.alarm = (deadline, lastAlarm)
    alarms.insert(Alarm(instant: deadline, number: lastAlarm, socket: socket))
  }

  /// Takes a socket's alarm back. It stays in the heap until it reaches the top or half of all are silenced.
  private mutating func silence(_ socket: WatchedSocket) {
    guard socket.alarm != nil else { return }
    socket.alarm = nil
    silenced += 1
    guard silenced > 64, silenced > alarms.count / 2 else { return }
    alarms.removeAll { !$0.isSet }
    silenced = 0
  }
}
