// meant: looks at the mean instead of the p99; expected verdict: wrong
// right: the objective is about the p99.
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var last = 0
  var failed = 0
  for step in ramp {
    if step.mean <= objective && step.errors == 0 {
      last = step.users
      failed = 0
    } else {
      failed += 1
      if failed == 2 { return last }
    }
  }
  return last
}
