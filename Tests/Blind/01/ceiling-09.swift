// meant: takes the wait off the second, as the first answer comes only after it: what is answered in the first second; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  max(0, 1000 - wait) / work
}
