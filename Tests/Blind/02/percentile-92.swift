// meant: turns the percentage into a fraction in floating point before it rounds up, so that a rounding error adds a rank, seen for example for the 7th percentile of 100 different times (the 8th smallest instead of the 7th); expected verdict: wrong

import Foundation
import LessonKit

private struct Ranking {
  let sorted: [Double]

  init(_ times: [Double]) { sorted = times.sorted() }

  func rank(of fraction: Double) -> Int { Int((fraction * Double(sorted.count)).rounded(.up)) }

  func value(at fraction: Double) -> Double { sorted[min(rank(of: fraction), sorted.count) - 1] }
}

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  Ranking(times).value(at: Double(percentage) / 100)
}
