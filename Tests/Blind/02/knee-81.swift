// meant: counts the failed steps altogether and not in a row, so the server gives way at the second single failure although a good step lies between them, as with good, failed, good, failed, good; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var users = 0
  var failures = 0
  for step in ramp {
    if step.p99 <= objective, step.errors == 0 {
      users = step.users
    } else {
      failures += 1
      if failures == 2 { break }
    }
  }
  return users
}
