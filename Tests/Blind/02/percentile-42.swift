// meant: collects the times in a histogram of whole milliseconds and returns the bucket, which is none of the given times, seen for times with a fraction, such as 12.7; expected verdict: wrong

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  // A histogram, as load generators have it: how many answers took so many milliseconds?
  var histogram: [Int: Int] = [:]
  for time in times {
    histogram[Int(time), default: 0] += 1
  }

  var seen = 0
  var milliseconds = 0
  for (bucket, count) in histogram.sorted(by: { $0.key < $1.key }) {
    seen += count
    milliseconds = bucket
    if seen * 100 >= percentage * times.count { break }
  }
  return Double(milliseconds)
}
