// meant: lets a user read while the next answer is under way, so that a round takes the longer of the two times instead of their sum, seen whenever neither the response time nor the pause is 0; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  // A user is either waiting or reading, and the longer of the two sets the pace.
  let round = max(responseTime, pause)
  return answersPerSecond * round / 1000
}
