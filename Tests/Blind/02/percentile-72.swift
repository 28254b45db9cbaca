// meant: counts equal times only once, because it ranks the distinct values, which shows where times repeat (the 75th of 10, 10, 10, 20 gives 20 and not 10); expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let candidates = Set(times).sorted()
  for (index, time) in candidates.enumerated() {
    let noLonger = index + 1
    if noLonger * 100 >= percentage * candidates.count { return time }
  }
  return candidates[candidates.count - 1]
}
