// meant: It wakes in each turn only the sleepers with the earliest time, all of these at once, and leaves others whose time has come too asleep, as with now 50 and sleepers A until 40 and B until 45; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let earliest = queues.sleepers.map(\.until).min()
  if let earliest, earliest <= now {
    // All that wake at this time wake together, in the order in which they fell asleep.
    queues.ready += queues.sleepers.filter { $0.until == earliest }.map(\.task)
    queues.sleepers.removeAll { $0.until == earliest }
  }
  if !queues.ready.isEmpty {
    return .run(queues.ready.removeFirst())
  }
  guard let earliest else { return .standstill }
  return .wait(earliest - now)
}
