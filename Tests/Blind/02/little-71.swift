// meant: counts only the users who wait for an answer and leaves out those who read, which shows with any pause above 0 (20 answers a second after 100 ms with a pause of 400 ms gives 2 and not 10); expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  // A user who reads asks nothing of the server.
  let underWay = answersPerSecond * responseTime / 1000
  return underWay
}
