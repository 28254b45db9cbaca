// meant: a step fails only if it is both too slow and has errors; expected verdict: wrong
// right: either is a failure.
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var best = 0
  var failures = 0
  for step in ramp {
    if step.p99 > objective && step.errors > 0 {
      failures += 1
      if failures == 2 { return best }
    } else {
      failures = 0
      best = step.users
    }
  }
  return best
}
