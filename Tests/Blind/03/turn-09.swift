// meant: a loop that takes the earliest sleeper again and again until it is one whose time has not come; expected verdict: right

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  while true {
    var earliest: Int?
    for (index, sleeper) in queues.sleepers.enumerated() {
      if let found = earliest, queues.sleepers[found].until <= sleeper.until { continue }
      earliest = index
    }
    if let earliest, queues.sleepers[earliest].until <= now {
      queues.ready.append(queues.sleepers.remove(at: earliest).task)
      continue
    }
    if let task = queues.ready.first {
      queues.ready.removeFirst()
      return .run(task)
    }
    return earliest.map { .wait(queues.sleepers[$0].until - now) } ?? .standstill
  }
}
