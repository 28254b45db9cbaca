// meant: derives the users who read from those who wait by the ratio of the two times, and so says that there are no users at all where the answer takes no time but the pause does; seen for a response time of 0 and a pause above 0; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let waiting = answersPerSecond * responseTime / 1000
  // Nobody is under way, so there is nobody to compare the readers with.
  guard waiting > 0 else { return 0 }
  let reading = waiting * (pause / responseTime)
  return waiting + reading
}
