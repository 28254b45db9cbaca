// meant: reckons with a whole number of requests per round of work and wait, rounded down, so a wait that is not a multiple of the work, such as 15 ms of work and 185 of wait, gives too few (65 instead of 66.7); expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  // While one request waits, the thread has time to compute for this many others.
  let others = (wait / work).rounded(.down)
  // All of them, and the one itself, are answered in one round.
  let round = work + wait
  return (1 + others) * 1000 / round
}
