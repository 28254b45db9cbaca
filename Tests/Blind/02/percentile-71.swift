// meant: takes the count times the percentage, rounded down, as an index that begins at 0, so it is one rank too high where the percentage hits a whole rank (the 50th of 40, 10, 30, 20 gives 30 and not 20); expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let sorted = times.sorted()
  let index = sorted.count * percentage / 100
  return sorted[min(index, sorted.count - 1)]
}
