// meant: before it waits, it makes the sleeper ready for whom it waits: awake too early; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let awake = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
  queues.sleepers.removeAll { $0.until <= now }
  queues.ready += awake.map(\.task)
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  guard let next = queues.sleepers.min(by: { $0.until < $1.until }) else { return .standstill }
  queues.sleepers.removeAll { $0 == next }
  queues.ready.append(next.task)
  return .wait(next.until - now)
}
