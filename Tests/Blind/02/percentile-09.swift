// meant: takes equal times together, and counts each value once; expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let values = Set(times).sorted()
  let rank = (values.count * percentage + 99) / 100
  return values[rank - 1]
}
