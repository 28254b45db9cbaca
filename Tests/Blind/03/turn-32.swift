// meant: wakes only those whose time lies strictly before now, so that a sleeper whose time is exactly now stays asleep and the loop waits 0 ms or runs others first; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  var late: [(place: Int, sleeper: Sleeper)] = []
  var asleep: [Sleeper] = []
  for (place, sleeper) in queues.sleepers.enumerated() {
    if sleeper.until < now {
      late.append((place, sleeper))
    } else {
      asleep.append(sleeper)
    }
  }
  late.sort { ($0.sleeper.until, $0.place) < ($1.sleeper.until, $1.place) }
  queues.sleepers = asleep
  for (_, sleeper) in late { queues.ready.append(sleeper.task) }

  if let task = queues.ready.first {
    queues.ready.removeFirst()
    return .run(task)
  }
  if let until = asleep.map({ $0.until }).min() {
    return .wait(until - now)
  }
  return .standstill
}
