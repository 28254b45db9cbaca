// meant: stops at the second step that fails, also where others that meet the objective lie between the two; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var failures = 0
  var knee = 0
  for step in ramp {
    if step.p99 <= objective && step.errors == 0 {
      knee = step.users
    } else {
      failures += 1
      if failures == 2 { break }
    }
  }
  return knee
}
