// meant: counts the answers in the first second, which begins with a wait without any; expected verdict: wrong
// right: 1000 / work, in the long run.
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  max(0, 1000 - wait) / work
}
