// meant: multiplies the speed-ups that each part would give alone, instead of adding the times that are left, seen with two or more parts (0.3 and 0.3 over 2 cores: 1.384 instead of 1.429); expected verdict: wrong

import LessonKit

private struct Part {
  let share: Double

  /// Amdahl's law for this part.
  func speedUp(_ cores: Int) -> Double {
    1 / ((1 - share) + share / Double(cores))
  }
}

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  // The parts run one after another, so each makes the program faster by its own factor.
  shares.map(Part.init).map { $0.speedUp(cores) }.reduce(1, *)
}
