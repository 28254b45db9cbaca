/// One step of an event loop: what it does next, now that it has looked at what is ready and what is due.
package enum LoopStep: Sendable, Hashable {
  /// It runs a number of tasks that are ready, one after another.
  case run(tasks: Int)
  /// A number of sleepers are due: they become ready. In virtual time the clock has jumped to their deadline.
  case wake(sleepers: Int)
  /// It waits, since nothing is ready: until a deadline, or until another thread wakes it.
  case wait(until: Duration?)
}

extension LoopObserver {
  /// Takes no interest in responses.
  package func answered(_ request: String, at instant: Duration) {}

  /// Takes no interest in the loop's steps.
  package func stepped(_ step: LoopStep, at instant: Duration) {}
}

extension EventLoop {
  /// Tells the observer what the loop does next.
  ///
  /// - Parameter ready: how many tasks run, if the step is to run them.
  func announce(_ step: Schedule.Step, of ready: Int, to observer: any LoopObserver) {
    switch step {
    case .run: observer.stepped(.run(tasks: ready), at: now)
    case .fire(let sleepers, let sockets):
      observer.stepped(.wake(sleepers: sleepers.count + sockets.count), at: now)
    case .look: break
    case .wait(let deadline): observer.stepped(.wait(until: deadline), at: now)
    case .standstill: observer.stepped(.wait(until: nil), at: now)
    }
  }
}
