// meant: it lets the parts overlap with each other, so that only the longest of them counts, each being spread over all cores, seen with two or more parts, such as 0.4 and 0.4 over 4 cores; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  var alone = 1.0
  var longest = 0.0
  for share in shares {
    alone -= share
    longest = max(longest, share / Double(cores))
  }
  return 1 / (alone + longest)
}
