// meant: the index is percentage * (count - 1) / 100, rounded down; expected verdict: wrong
// right: rank = ceil(percentage * count / 100), index = rank - 1.
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = times.sorted()
  return sorted[percentage * (sorted.count - 1) / 100]
}
