import LessonKit

// Exercise 2.1, percentile: how long do so many of a hundred wait at most?
//
// You get response times in milliseconds, in the order in which the answers came, at least one, and a percentage above 0 and
// up to 100. Return the nearest rank: the smallest of the times that is not exceeded by at least that percentage of them.
// It is always one of the times; nothing is averaged.
//
//   the 50th percentile of 40, 10, 30, 20: 20 (two of the four are not above it); the 99th: 40
//
// Check yourself with: swift run lessons check percentile

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  throw ToDo()
}
