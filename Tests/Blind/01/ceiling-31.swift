// meant: it divides the second by the request's own time, work and wait together, as for a serial server, which one sees as soon as the wait is not 0; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  // A request is not answered before it has both computed and waited.
  let perRequest = work + wait
  let second = 1000.0
  return second / perRequest
}
