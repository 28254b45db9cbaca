// meant: those who wait, plus the pause in seconds: the pause is not multiplied by the rate; expected verdict: wrong
// right: the rate times both, response time and pause.
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  answersPerSecond * responseTime / 1000 + pause / 1000
}
