// meant: Takes the gain of each part by itself by Amdahl's law and multiplies them, as if each were a share of a program of its own, seen with two or more parts; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  func gain(from share: Double) -> Double {
    1 / (1 - share + share / Double(cores))
  }
  return shares.map(gain).reduce(1, *)
}
