// meant: right, without sorting: counts for each time how many are no longer, and takes the least; expected verdict: right
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  times.lazy
    .filter { time in times.count { $0 <= time } * 100 >= percentage * times.count }
    .min()!
}
