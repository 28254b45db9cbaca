// meant: 1000 / work, but rounded up to whole requests; expected verdict: wrong
// right: 1000 / work, which need not be a whole number.
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  (1000 / work).rounded(.up)
}
