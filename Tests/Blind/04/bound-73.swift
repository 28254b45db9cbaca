// meant: Counts in whole per cent with integer division, so that the spread time is rounded down, seen where the cores do not divide the per cent, as with one half over 3 cores (1.515 instead of 1.5); expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let percent = Int((shares.reduce(0, +) * 100).rounded())
  let before = 100
  let after = (before - percent) + percent / cores
  // All of it spread over very many cores leaves nothing of the per cent.
  guard after > 0 else { return Double(cores) }
  return Double(before) / Double(after)
}
