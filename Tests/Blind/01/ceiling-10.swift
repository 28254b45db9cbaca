// meant: counts how many others fit into the wait, and forgets the request itself; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let others = wait / work
  let roundsPerSecond = 1000 / (work + wait)
  return others * roundsPerSecond
}
