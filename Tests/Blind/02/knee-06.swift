// meant: looks at the step after a failure without asking whether there is one: a crash at the end; expected verdict: wrong
// right: where the last step fails, the server gives way there.
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var best = 0
  for index in ramp.indices {
    let fails = ramp[index].p99 > objective || ramp[index].errors > 0
    if !fails {
      best = ramp[index].users
    } else if ramp[index + 1].p99 > objective || ramp[index + 1].errors > 0 {
      return best
    }
  }
  return best
}
