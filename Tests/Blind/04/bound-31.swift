// meant: multiplies the speed-ups that each part would give by itself, seen with two or more parts; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  // Amdahl for one part, and the gains on top of each other.
  shares
    .map { share in 1 / ((1 - share) + share / Double(cores)) }
    .reduce(1, *)
}
