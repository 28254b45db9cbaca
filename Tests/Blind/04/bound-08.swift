// meant: multiplies how many times as fast each part alone makes the program: right for one part only; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  shares.map { 1 / (1 - $0 + $0 / Double(cores)) }.reduce(1, *)
}
