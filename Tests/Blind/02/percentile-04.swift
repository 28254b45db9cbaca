// meant: so many percent of the way from the shortest to the longest, and the next given time; expected verdict: wrong
// right: so many percent of the times, by their number.
import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let shortest = times.min()!
  let longest = times.max()!
  let mark = shortest + (longest - shortest) * Double(percentage) / 100
  return times.filter { $0 >= mark }.min() ?? longest
}
