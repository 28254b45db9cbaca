// meant: does not sort at all: of the times that enough others do not exceed, the smallest; expected verdict: right

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let enough = times.filter { time in
    let noLonger = times.count { $0 <= time }
    return noLonger * 100 >= percentage * times.count
  }
  return enough.min() ?? .nan
}
