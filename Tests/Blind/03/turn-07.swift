// meant: wakes only one sleeper in a turn, the earliest; expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  if let earliest = queues.sleepers.min(by: { $0.until < $1.until }), earliest.until <= now,
    let index = queues.sleepers.firstIndex(of: earliest)
  {
    queues.sleepers.remove(at: index)
    queues.ready.append(earliest.task)
  }
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
  guard let next = queues.sleepers.map(\.until).min() else { return .standstill }
  return .wait(next - now)
}
