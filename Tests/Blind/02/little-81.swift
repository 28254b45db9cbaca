// meant: computes the waiting users and scales them up by the share of the time that a user waits, and takes no waiting users for no users at all, so with a response time of 0 and a pause the readers are forgotten; expected verdict: wrong

import LessonKit

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let waiting = answersPerSecond * responseTime / 1000
  // Nobody is waiting: the server has nothing to do, so there is nobody.
  guard waiting > 0 else { return 0 }
  let shareOfWaiting = responseTime / (responseTime + pause)
  return waiting / shareOfWaiting
}
