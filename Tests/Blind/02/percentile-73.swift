// meant: computes the rank with a fraction in floating point and rounds up, so that a rounding error pushes it one rank too far (the 7th percentile of 1 to 100 gives 8 and not 7, because 0.07 * 100 is a bit more than 7); expected verdict: wrong

import LessonKit

extension Array where Element == Double {
  fileprivate func nearestRank(_ share: Double) -> Double {
    let rank = Int((share * Double(count)).rounded(.up))
    return self[Swift.min(Swift.max(rank, 1), count) - 1]
  }
}

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  times.sorted().nearestRank(Double(percentage) / 100)
}
