// meant: sorts sleepers with the same time by their names instead of by who fell asleep first; expected verdict: wrong
import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let due = queues.sleepers.filter { $0.until <= now }
    .sorted { ($0.until, $0.task) < ($1.until, $1.task) }
  queues.sleepers.removeAll { $0.until <= now }
  queues.ready += due.map(\.task)
  if let first = queues.ready.first {
    queues.ready.removeFirst()
    return .run(first)
  }
  guard let soonest = queues.sleepers.map(\.until).min() else { return .standstill }
  return .wait(soonest - now)
}
