// meant: applies Amdahl's law to each part by itself and multiplies the speed-ups, though the parts are shares of the same time, so that shares 0.3 and 0.3 over 2 cores give 1.38 instead of 1.43; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  func speedUp(_ share: Double) -> Double {
    1 / ((1 - share) + share / Double(cores))
  }
  // First one part is made faster, then the next one makes that faster again.
  return shares.map(speedUp).reduce(1, *)
}
