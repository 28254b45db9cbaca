// meant: recursion: moves the earliest due sleeper to the end of the ready queue and asks itself again, until none is due; expected verdict: right

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  // The first of those with the least time.
  var earliest: Int?
  for index in queues.sleepers.indices {
    if let best = earliest, queues.sleepers[best].until <= queues.sleepers[index].until { continue }
    earliest = index
  }

  if let earliest, queues.sleepers[earliest].until <= now {
    queues.ready.append(queues.sleepers.remove(at: earliest).task)
    return try next(&queues, now: now)
  }

  switch (queues.ready.first, earliest) {
  case (let task?, _):
    queues.ready.removeFirst()
    return .run(task)
  case (nil, let earliest?):
    return .wait(queues.sleepers[earliest].until - now)
  case (nil, nil):
    return .standstill
  }
}
