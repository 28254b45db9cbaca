// meant: rounds up to whole users because there is no half user, although the average need not be whole, which shows where it isn't (5 answers a second after 100 ms without a pause gives 1 and not 0.5); expected verdict: wrong

import LessonKit

private struct Crowd {
  var waiting: Double
  var reading: Double

  var size: Double { (waiting + reading).rounded(.up) }
}

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let perMillisecond = answersPerSecond / 1000
  let crowd = Crowd(waiting: perMillisecond * responseTime, reading: perMillisecond * pause)
  return crowd.size
}
