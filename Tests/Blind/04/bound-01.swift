// meant: only the largest part is spread; expected verdict: wrong
// right: all parts that can be spread are spread: 1 / (1 - sum + sum / cores).
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let largest = shares.max() ?? 0
  return 1 / (1 - largest + largest / Double(cores))
}
