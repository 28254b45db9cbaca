// meant: when nothing is ready it returns the right wait, but already moves the sleepers that wake after it to the ready queue, which one sees whenever nothing is ready and the earliest sleeper's time is still to come; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  wake(&queues, at: now)
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
  // After this wait their time has come, so they are what runs next.
  wake(&queues, at: earliest)
  return .wait(earliest - now)
}

/// Moves all sleepers whose time has come to the end of the ready queue.
private func wake(_ queues: inout Queues, at time: Int) {
  let due = queues.sleepers.enumerated().filter { $0.element.until <= time }
    .sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
  queues.ready += due.map(\.element.task)
  queues.sleepers.removeAll { $0.until <= time }
}
