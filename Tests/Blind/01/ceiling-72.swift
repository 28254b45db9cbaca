// meant: counts what is answered in the first second, when the first answer has to wait for its database call, and not in the long run, seen whenever wait is more than 0; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  // Nothing is answered while the first request waits. After that, one request is answered per `work`.
  let second = 1000.0
  let answering = max(0, second - wait)
  return answering / work
}
