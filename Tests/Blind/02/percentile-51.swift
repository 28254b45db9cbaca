// meant: computes the rank as a fraction in Double and rounds it up, so a rounding error makes it one too high where the product should be whole, as for the 7th percentile of 100 different times (the eighth instead of the seventh); expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = times.sorted()
  let share = Double(percentage) / 100
  let rank = Int((share * Double(sorted.count)).rounded(.up))
  return sorted[min(rank, sorted.count) - 1]
}
