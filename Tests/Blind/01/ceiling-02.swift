// meant: the longer of the two is the bottleneck; expected verdict: wrong
// right: any number may wait at once, so only work limits.
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  1000 / max(work, wait)
}
