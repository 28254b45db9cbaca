import LessonKit

// Exercise 2.1, percentile: which time do 50, 90 or 99 of 100 responses not exceed?
//
// You get response times in milliseconds, at least one, in the order in which the answers arrived, and a percentage above 0
// and up to 100. Return the nearest rank: the smallest of the times such that at least that percentage of all the times are
// no longer. It is always one of the given times; nothing is averaged.
//
//   the 50th percentile of 40, 10, 30, 20: 20 (two of the four are no longer than that); the 60th: 30 (two are not enough)
//
// Check your answer with: swift run lessons check percentile

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  throw ToDo()
}
