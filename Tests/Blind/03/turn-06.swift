// meant: wakes one sleeper and then asks itself again, until nobody is due; expected verdict: right
import LessonKit

func next(_ queues: inout Queues, now: Int) throws -> Step {
  let times = queues.sleepers.map(\.until)
  if let earliest = times.min(), earliest <= now, let index = times.firstIndex(of: earliest) {
    queues.ready.append(queues.sleepers.remove(at: index).task)
    return try next(&queues, now: now)
  }
  switch (queues.ready.first, times.min()) {
  case (let task?, _):
    queues.ready = Array(queues.ready.dropFirst())
    return .run(task)
  case (nil, let time?): return .wait(now.distance(to: time))
  case (nil, nil): return .standstill
  }
}
