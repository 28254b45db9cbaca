// meant: takes off the time that each part saves, one after another; expected verdict: right

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  var time = 1.0
  for share in shares { time -= share * Double(cores - 1) / Double(cores) }
  return 1 / time
}
