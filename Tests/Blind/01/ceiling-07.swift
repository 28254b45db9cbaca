// meant: the longer of work and wait sets the pace, as between two stations of a line; expected verdict: wrong
// right: 1000 / work: any number may wait at once, so the wait is no station.
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  1000 / max(work, wait)
}
