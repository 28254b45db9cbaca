// meant: Gustafson's law instead of Amdahl's: the part that can be spread counts as many times as there are cores, (1 - p) + p * n; expected verdict: wrong
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let p = shares.reduce(0, +)
  return (1 - p) + p * Double(cores)
}
