// meant: counts the failed steps of the whole ramp and gives up at the second, though one that met the objective lies between, seen for a ramp such as good, bad, good, bad, good; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var lastGood = 0
  var failed = 0
  for step in ramp {
    if step.p99 <= objective && step.errors == 0 {
      lastGood = step.users
    } else {
      failed += 1
      // The first may be noise, the second is not.
      if failed == 2 { break }
    }
  }
  return lastGood
}
