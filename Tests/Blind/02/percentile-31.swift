// meant: rounds the rank to the nearest whole number instead of up, seen where the share has a fraction below one half, such as the 25th percentile of five times; expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let fromFastToSlow = times.sorted()
  // "Nearest rank": the rank that is nearest to this share of all times.
  let share = Double(percentage * times.count) / 100
  let nearest = Int(share.rounded())
  // There is no rank 0.
  let rank = max(1, nearest)
  return fromFastToSlow[rank - 1]
}
