// meant: computes the rank from the percentage as a decimal fraction, whose rounding error the rounding up turns into one rank too many, seen for the 7th percentile of 100 times; expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let fraction = Double(percentage) / 100
  let rank = Int((fraction * Double(times.count)).rounded(.up))
  let index = min(rank, times.count) - 1
  return times.sorted()[index]
}
