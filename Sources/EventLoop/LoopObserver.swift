/// Is told what the tasks on a loop do, at the moment they do it, on the thread they do it on.
package protocol LoopObserver: Sendable {
  /// A task begins to work, block or sleep.
  func began(_ verb: Verb, at instant: Duration)
  /// A task has worked or blocked, or its sleep is over; of a sleep, `instant` is its deadline even if the task
  /// could not go on at once.
  func ended(_ verb: Verb, at instant: Duration)
  /// The response to a request leaves; see ``EventLoop/answer(_:_:)``. An observer need not implement it.
  func answered(_ request: String, at instant: Duration)
  /// The loop takes its next step. An observer need not implement it.
  func stepped(_ step: LoopStep, at instant: Duration)
}
