// meant: rounds up, as there are no half users; expected verdict: wrong
// right: an average need not be whole.
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  (answersPerSecond * (responseTime + pause) / 1000).rounded(.up)
}
