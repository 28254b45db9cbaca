// meant: adds the pause once instead of for each of the answers; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  answersPerSecond * responseTime / 1000 + pause / 1000
}
