// meant: weighs the speeds instead of the times: the rest counts once, what is spread counts as often as there are cores; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let spread = shares.reduce(0, +)
  return (1 - spread) + spread * Double(cores)
}
