// meant: counts only how many whole requests fit into the time that one takes, and so loses the rest of that time whenever the wait is not a multiple of the work (20 ms of work and 30 ms of wait give 40 instead of 50); expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let ownTime = work + wait
  // While one request waits, the thread has room for this many others.
  let others = (wait / work).rounded(.down)
  let rounds = 1000 / ownTime
  return rounds * (1 + others)
}
