// meant: leaves out as many of the slowest as may be longer, and takes the slowest of the rest; expected verdict: right

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  // So many may be longer; not one more, so the fraction goes.
  let mayBeLonger = (100 - percentage) * times.count / 100
  let slowestFirst = times.sorted(by: >)
  return slowestFirst.dropFirst(mayBeLonger).first ?? slowestFirst[0]
}
