enum TurnSolution {
  /// First those wake whose time has come; then there is something to run, or to wait for, or neither.
  static func next(_ queues: inout Queues, now: Int) -> Step {
    let awake = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
    queues.sleepers.removeAll { $0.until <= now }
    queues.ready += awake.map(\.task)
    if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
    guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
    return .wait(earliest - now)
  }
}
