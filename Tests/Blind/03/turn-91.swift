// meant: takes the sleepers for a timer queue sorted by time and stops looking at the first one that is not due, so that a due sleeper which fell asleep after one that sleeps longer is not woken; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let due = queues.sleepers.prefix { $0.until <= now }
  queues.sleepers.removeFirst(due.count)
  // Of two with the same time, the one that fell asleep first.
  let awake = due.enumerated().sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
  queues.ready += awake.map(\.element.task)

  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
  return .wait(earliest - now)
}
