// meant: right, by Little's law: as many at once as keep the thread busy, over the time of each; expected verdict: right
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let ownTime = work + wait
  let share = work / ownTime
  let atOnce = 1 / share
  return atOnce / (ownTime / 1000)
}
