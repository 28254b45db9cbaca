// meant: only the work limits; expected verdict: right
// right: -
import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let perRequestInSeconds = work / 1000
  return 1 / perRequestInSeconds
}
