// meant: right, by what one user does: answers a second that one gets, and how many ones that takes; expected verdict: right
import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let round = responseTime + pause
  guard round > 0, answersPerSecond > 0 else { return 0 }
  let answersPerUser = 1000 / round
  return answersPerSecond / answersPerUser
}
