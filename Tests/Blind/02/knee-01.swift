// meant: stops at the first step that fails; expected verdict: wrong
// right: one step that fails and is followed by one that meets is noise.
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var last = 0
  for step in ramp {
    if step.p99 > objective || step.errors > 0 { break }
    last = step.users
  }
  return last
}
