// meant: looks at the sleepers only when no task is ready, so that with a ready task and a sleeper whose time has come the sleeper does not join the queue in this turn; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }

  let due = queues.sleepers.enumerated()
    .filter { $0.element.until <= now }
    .sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
  queues.sleepers.removeAll { $0.until <= now }
  queues.ready += due.map(\.element.task)

  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
  return .wait(earliest - now)
}
