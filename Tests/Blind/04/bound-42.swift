// meant: takes the share of the time that is saved for the gain in speed, 1.25 and not 1.33 in the example, seen with any share and more than one core; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  func saved(_ share: Double) -> Double {
    let timeLeft = share / Double(cores)
    return share - timeLeft
  }
  // 20 % less time is 20 % faster.
  return shares.reduce(1) { speed, share in speed + saved(share) }
}
