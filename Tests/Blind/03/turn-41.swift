// meant: looks at the sleepers only when the ready queue is empty, so that a due sleeper is not put in the queue while another task is ready (now 50, ready A and B, sleeper C until 40: C is not behind B); expected verdict: wrong

import LessonKit

extension Queues {
  fileprivate mutating func wake(at now: Int) {
    let order = sleepers.indices.filter { sleepers[$0].until <= now }
      .sorted { a, b in
        sleepers[a].until == sleepers[b].until ? a < b : sleepers[a].until < sleepers[b].until
      }
    ready.append(contentsOf: order.map { sleepers[$0].task })
    sleepers.removeAll { $0.until <= now }
  }
}

func next(_ queues: inout Queues, now: Int) throws -> Step {
  // There is something to do: do it.
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }

  // Otherwise see who can be woken.
  queues.wake(at: now)
  if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }

  guard let until = queues.sleepers.map(\.until).min() else { return .standstill }
  return .wait(until - now)
}
