// meant: takes the next sleeper out of the sleepers when it only waits for it, so that this task is forgotten; expected verdict: wrong
import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  var awake: [Sleeper] = []
  for sleeper in queues.sleepers where sleeper.until <= now {
    let place = awake.firstIndex { $0.until > sleeper.until } ?? awake.endIndex
    awake.insert(sleeper, at: place)
  }
  queues.sleepers = queues.sleepers.filter { $0.until > now }
  for sleeper in awake { queues.ready.append(sleeper.task) }

  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  var earliest: Int?
  for (index, sleeper) in queues.sleepers.enumerated()
  where earliest == nil || sleeper.until < queues.sleepers[earliest!].until {
    earliest = index
  }
  guard let earliest else { return .standstill }
  let next = queues.sleepers.remove(at: earliest)
  return .wait(next.until - now)
}
