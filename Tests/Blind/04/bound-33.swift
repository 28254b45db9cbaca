// meant: begins with the time 1 and takes off, part by part, what the other cores save, then divides the old time by the new one; expected verdict: right

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let before = 1.0
  var after = before
  for share in shares {
    // Of this part one core keeps its fraction, all other fractions disappear.
    after -= share * Double(cores - 1) / Double(cores)
  }
  return before / after
}
