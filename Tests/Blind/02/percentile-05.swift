// meant: equal times are counted once only, for they go through a set; expected verdict: wrong
// right: every response counts.
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = Set(times).sorted()
  let rank = (percentage * sorted.count + 99) / 100
  return sorted[rank - 1]
}
