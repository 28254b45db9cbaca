// meant: counts the times that are shorter, instead of those that are no longer; expected verdict: wrong
// right: a time counts for itself, too.
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = times.sorted()
  for time in sorted {
    let shorter = sorted.filter { $0 < time }.count
    if shorter * 100 >= percentage * sorted.count { return time }
  }
  return sorted.last!
}
