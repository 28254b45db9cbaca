// meant: as many pages at once as their time has room for, and each of these a whole thread's rate; expected verdict: wrong
// right: 1000 / work: what waits adds nothing, the thread computes all the time anyway.
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let atOnce = (work + wait) / work
  return atOnce * 1000 / work
}
