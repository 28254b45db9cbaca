// meant: takes the slower of work and wait for the bottleneck, as if the database served only one request at a time, seen when wait is longer than work; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  let stages = [work, wait]
  let bottleneck = stages.max() ?? work
  return 1000 / bottleneck
}
