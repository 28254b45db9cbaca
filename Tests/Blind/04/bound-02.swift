// meant: Amdahl's law; expected verdict: right
// right: -
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let parallel = shares.reduce(0, +)
  let serial = 1 - parallel
  return 1 / (serial + parallel / Double(cores))
}
