// meant: when it returns .wait it has already moved the sleeper that it waits for to the ready queue, although sleepers are to stay asleep during the wait (now 50, ready empty, sleeper C until 70); expected verdict: wrong

import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  func earliest() -> Int? {
    queues.sleepers.indices.min { queues.sleepers[$0].until < queues.sleepers[$1].until }
  }

  while let index = earliest(), queues.sleepers[index].until <= now {
    queues.ready.append(queues.sleepers[index].task)
    queues.sleepers.remove(at: index)
  }

  guard queues.ready.isEmpty else {
    return .run(queues.ready.removeFirst())
  }
  guard let index = earliest() else {
    return .standstill
  }
  // After the wait it is this one's turn.
  let sleeper = queues.sleepers.remove(at: index)
  queues.ready.append(sleeper.task)
  return .wait(sleeper.until - now)
}
