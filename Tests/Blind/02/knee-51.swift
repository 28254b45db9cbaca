// meant: counts the failed steps altogether and never starts afresh after a good one, so two single noisy steps with a good step between them already end the ramp; seen for good, failed, good, failed, good; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var best = 0
  var failures = 0
  for step in ramp {
    if step.p99 <= objective && step.errors == 0 {
      best = step.users
    } else {
      failures += 1
      if failures == 2 { break }
    }
  }
  return best
}
