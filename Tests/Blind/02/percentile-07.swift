// meant: the median is averaged from the two in the middle; all the other percentiles are right; expected verdict: wrong
// right: nothing is averaged, not even for 50.
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = times.sorted()
  let middle = sorted.count / 2
  if percentage == 50, sorted.count.isMultiple(of: 2) { return (sorted[middle - 1] + sorted[middle]) / 2 }
  return sorted[(percentage * sorted.count + 99) / 100 - 1]
}
