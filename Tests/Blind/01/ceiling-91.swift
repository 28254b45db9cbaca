// meant: counts only whole requests that fit into one request's time, so the thread idles at the end of each round, seen when the wait is no multiple of the work (15 and 185 gives 65 instead of 66.7); expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let ownTime = work + wait
  // While one request is under way, the thread can compute for this many, itself included.
  let atOnce = (ownTime / work).rounded(.down)
  let roundsPerSecond = 1000 / ownTime
  return atOnce * roundsPerSecond
}
