// meant: waits as long as the last sleeper, not the first; expected verdict: wrong
// right: waits until the earliest `until`.
import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let awake = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
  queues.sleepers.removeAll { $0.until <= now }
  queues.ready += awake.map(\.task)
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  guard let last = queues.sleepers.map(\.until).max() else { return .standstill }
  return .wait(last - now)
}
