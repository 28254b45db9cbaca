// meant: scales up the users who wait by the share of time that they wait, and takes it that where nobody waits there is nobody, seen for a response time of 0 with a pause; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let waiting = answersPerSecond * responseTime / 1000
  if waiting == 0 {
    return 0
  }
  // Everyone spends this part of the time waiting, so this part of all users waits.
  let share = responseTime / (responseTime + pause)
  return waiting / share
}
