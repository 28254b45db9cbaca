// meant: Believes that the parts run beside each other too, so that only the longest of them takes time, seen with two or more parts; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  var alone = 1.0
  var longest = 0.0
  for share in shares {
    alone -= share
    // The parts are spread, so the slowest one decides.
    longest = max(longest, share / Double(cores))
  }
  return 1 / (alone + longest)
}
