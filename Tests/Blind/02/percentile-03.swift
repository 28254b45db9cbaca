// meant: the definition word for word; expected verdict: right
// right: -
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  times.filter { limit in 100 * times.count { $0 <= limit } >= percentage * times.count }.min()!
}
