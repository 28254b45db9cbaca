// meant: the waiting ones, scaled by pause over response time: no number where the response takes 0; expected verdict: wrong
// right: the same, but without dividing by what may be 0.
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let waiting = answersPerSecond * responseTime / 1000
  let readingPerWaiting = pause / responseTime
  return waiting * (1 + readingPerWaiting)
}
