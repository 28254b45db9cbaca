// meant: it counts how many whole requests fit into the time that one takes and drops the remainder, so that the thread idles a bit in every round, which one sees when the wait is not a multiple of the work; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let round = work + wait
  // While one waits, the thread can compute for this many others.
  let others = (wait / work).rounded(.down)
  let roundsPerSecond = 1000 / round
  return (1 + others) * roundsPerSecond
}
