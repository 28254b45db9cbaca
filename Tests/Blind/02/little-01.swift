// meant: the pause is taken off: only those who wait are counted, less those who read; expected verdict: wrong
// right: answersPerSecond * (responseTime + pause) / 1000.
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  answersPerSecond * abs(responseTime - pause) / 1000
}
