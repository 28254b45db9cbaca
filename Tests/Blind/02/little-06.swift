// meant: divides the rate by the length of a user's round, instead of multiplying; expected verdict: wrong
// right: a longer round takes more users for the same rate.
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let roundInSeconds = (responseTime + pause) / 1000
  guard roundInSeconds > 0 else { return 0 }
  return answersPerSecond / roundInSeconds
}
