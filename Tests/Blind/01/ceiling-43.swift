// meant: Little's law, with as many requests under way as keep the thread busy, not rounded, divided by the time that each of them takes; expected verdict: right

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let ownTime = work + wait
  // So many have to be under way for the thread never to be idle.
  let underWay = ownTime / work
  // Each of them is answered once per `ownTime`.
  let perMillisecond = underWay / ownTime
  return perMillisecond * 1000
}
