// meant: it takes the slower of the two stages for the bottleneck, as if the database served one request at a time, which one sees when the wait is longer than the work; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  // A pipeline of two stations is as fast as its slowest station.
  let stations = [("thread", work), ("database", wait)]
  let slowest = stations.map { $0.1 }.max() ?? work
  return 1000 / slowest
}
