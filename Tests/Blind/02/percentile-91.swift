// meant: ranks only the distinct times, because it takes equal times for one and the same, seen when a time occurs several times, as in the 75th percentile of 10, 10, 10, 20 (20 instead of 10); expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let steps = Set(times).sorted()
  // Round up: at least that percentage.
  let rank = (percentage * steps.count + 99) / 100
  return steps[rank - 1]
}
