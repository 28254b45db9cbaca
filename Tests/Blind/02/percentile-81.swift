// meant: the rank is computed with a binary fraction (percentage / 100 × count) and then rounded up, so the rounding error makes it one too many where the product should be whole, as with the 7th or 55th percentile of 100 different times; expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = times.sorted()
  let share = Double(percentage) / 100
  let rank = Int((share * Double(sorted.count)).rounded(.up))
  return sorted[min(rank, sorted.count) - 1]
}
