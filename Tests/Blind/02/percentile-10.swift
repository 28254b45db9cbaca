// meant: takes "nearest rank" at its word: rounds the rank to the nearest whole number instead of up; expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let rank = (Double(percentage * times.count) / 100).rounded()
  return times.sorted()[max(0, Int(rank) - 1)]
}
