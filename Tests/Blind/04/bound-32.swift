// meant: gives each part an equal number of the cores for good and waits for the longest part, so that cores are idle at the end, seen with two parts of different shares; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  guard let longest = shares.max() else { return 1 }

  let alone = 1 - shares.reduce(0, +)
  // All parts run side by side, each on its own cores.
  let coresForEach = Double(cores) / Double(shares.count)
  let together = longest / coresForEach

  return 1 / (alone + together)
}
