// meant: two faults: waits until a time instead of for a time (returns the absolute time), and moves the sleepers that are due in the order in which they fell asleep; expected verdict: wrong
import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  var stay: [Sleeper] = []
  for sleeper in queues.sleepers {
    if sleeper.until <= now {
      queues.ready.append(sleeper.task)
    } else {
      stay.append(sleeper)
    }
  }
  queues.sleepers = stay
  guard queues.ready.isEmpty else { return .run(queues.ready.removeFirst()) }
  guard let alarm = stay.min(by: { $0.until < $1.until }) else { return .standstill }
  return .wait(alarm.until)
}
