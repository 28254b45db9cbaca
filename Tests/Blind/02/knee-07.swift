// meant: binary search, as if all steps after the first failure failed, too; expected verdict: wrong
// right: a single failure is noise, so that the steps are gone through one after another.
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var low = 0
  var high = ramp.count
  while low < high {
    let middle = (low + high) / 2
    if ramp[middle].p99 <= objective && ramp[middle].errors == 0 {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low == 0 ? 0 : ramp[low - 1].users
}
