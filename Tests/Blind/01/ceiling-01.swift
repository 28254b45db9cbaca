// meant: waiting counts for half, because it overlaps; expected verdict: wrong
// right: waits overlap without limit: 1000 / work.
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  1000 / (work + wait / 2)
}
