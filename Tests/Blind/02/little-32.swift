// meant: rounds up to whole users, seen where the average is not a whole number, such as 3 answers a second after 500 ms without a pause; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  func atOneTime(_ milliseconds: Double) -> Double {
    answersPerSecond * milliseconds / 1000
  }

  // There is no half user: to keep the server this busy, it takes one more.
  return atOneTime(responseTime + pause).rounded(.up)
}
