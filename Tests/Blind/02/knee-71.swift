// meant: counts failed steps in all and not in a row, so two noisy steps that are far apart end the ramp (good 10, failed 20, good 30, failed 40, good 50 gives 30 and not 50); expected verdict: wrong

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
