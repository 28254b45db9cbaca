// meant: throws equal times away first; expected verdict: wrong
// right: equal times count as often as they occur.
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = Set(times).sorted()
  let rank = (percentage * sorted.count + 99) / 100
  return sorted[max(rank, 1) - 1]
}
