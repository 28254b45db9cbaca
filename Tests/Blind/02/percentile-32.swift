// meant: counts equal times only once, because it groups them first, seen where a time occurs more than once, such as the 50th percentile of 10, 10, 10, 20, 30; expected verdict: wrong

import LessonKit

struct Ranking {
  private let ranks: [Double]

  init(_ times: [Double]) {
    ranks = Set(times).sorted(by: <)
  }

  /// The smallest value that enough of the others don't exceed.
  func value(atLeast percentage: Int) -> Double {
    for (index, time) in ranks.enumerated() {
      let noLonger = index + 1
      if noLonger * 100 >= percentage * ranks.count {
        return time
      }
    }
    return ranks[ranks.count - 1]
  }
}

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  Ranking(times).value(atLeast: percentage)
}
