// meant: functional: goes through the distinct due times in ascending order and filters the sleepers of each, which keeps ties in order; expected verdict: right

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let sleepers = queues.sleepers
  let times = Set(sleepers.map(\.until)).sorted()
  let woken = times.prefix { $0 <= now }.flatMap { time in
    sleepers.filter { $0.until == time }.map(\.task)
  }
  var ready = queues.ready + woken
  defer { queues = Queues(ready: ready, sleepers: sleepers.filter { $0.until > now }) }

  if ready.isEmpty {
    // None is due, so the first of the times is the next that comes.
    return times.first.map { .wait($0 - now) } ?? .standstill
  }
  return .run(ready.removeFirst())
}
