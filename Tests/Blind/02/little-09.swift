// meant: the right number, but rounded up, as there are no half users; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  (answersPerSecond * (responseTime + pause) / 1000).rounded(.up)
}
