// meant: works out the speed-up of each part by itself and multiplies them: right for a single part only; expected verdict: wrong
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  var result = 1.0
  for share in shares {
    result *= 1 / ((1 - share) + share / Double(cores))
  }
  return result
}
