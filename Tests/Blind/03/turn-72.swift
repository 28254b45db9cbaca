// meant: decides between sleepers with the same time by their names, seen when Z fell asleep before A and both are to wake at the same time that has come; expected verdict: wrong

import LessonKit

extension Sleeper: Comparable {
  static func < (a: Sleeper, b: Sleeper) -> Bool {
    a.until == b.until ? a.task < b.task : a.until < b.until
  }
}

func next(_ queues: inout Queues, now: Int) throws -> Step {
  while let first = queues.sleepers.min(), first.until <= now {
    queues.ready.append(first.task)
    queues.sleepers.remove(at: queues.sleepers.firstIndex(of: first)!)
  }
  if let task = queues.ready.first {
    queues.ready.removeFirst()
    return .run(task)
  }
  if let first = queues.sleepers.min() { return .wait(first.until - now) }
  return .standstill
}
