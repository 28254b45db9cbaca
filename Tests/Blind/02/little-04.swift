// meant: waiting and reading overlap, so that only the longer of the two counts; expected verdict: wrong
// right: a user first waits and then reads: the sum.
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  answersPerSecond * max(responseTime, pause) / 1000
}
