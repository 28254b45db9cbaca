// meant: sets one core aside for what cannot be spread, so that only the others share the rest; expected verdict: wrong
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let spread = shares.reduce(0, +)
  let helpers = max(1, cores - 1)
  return 1 / (1 - spread + spread / Double(helpers))
}
