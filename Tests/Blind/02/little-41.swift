// meant: takes the longer of response time and pause for the round of a user instead of their sum, as if one read while one waits, seen where both are above 0; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  // While some read, the server answers the others: the two overlap, so the longer one sets the pace.
  let round = max(responseTime, pause)
  let roundsPerSecond = 1000 / round
  guard roundsPerSecond.isFinite else { return 0 }
  return answersPerSecond / roundsPerSecond
}
