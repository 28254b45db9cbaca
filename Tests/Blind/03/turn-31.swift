// meant: wakes the sleepers in the order in which they fell asleep and not by their times, seen when two are due and the one that fell asleep later has the earlier time; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let due = queues.sleepers.filter { $0.until <= now }
  queues.sleepers.removeAll { $0.until <= now }
  queues.ready += due.map(\.task)

  if !queues.ready.isEmpty {
    return .run(queues.ready.removeFirst())
  }
  guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
  return .wait(earliest - now)
}
