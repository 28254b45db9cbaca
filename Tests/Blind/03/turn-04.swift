// meant: takes the ready task out first and moves the sleepers afterwards, so when only sleepers are due it says wait or standstill although a task can run; expected verdict: wrong
import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let current = queues.ready.isEmpty ? nil : queues.ready.removeFirst()
  let order = queues.sleepers.enumerated().sorted {
    ($0.element.until, $0.offset) < ($1.element.until, $1.offset)
  }
  for (_, sleeper) in order where sleeper.until <= now { queues.ready.append(sleeper.task) }
  queues.sleepers.removeAll { $0.until <= now }
  if let current { return .run(current) }
  if let next = queues.sleepers.map({ $0.until }).min() { return .wait(next - now) }
  return .standstill
}
