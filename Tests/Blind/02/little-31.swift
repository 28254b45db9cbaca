// meant: counts only the users who wait for an answer and forgets those who read, seen wherever there is a pause; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  // Little's law: the requests under way are the throughput times the response time.
  // Every user has just one request at a time, so there are as many users as requests.
  let seconds = responseTime / 1000
  let underWay = answersPerSecond * seconds
  return underWay
}
