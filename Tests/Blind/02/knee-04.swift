// meant: each p99 is averaged with its neighbours against the noise, and the last that is low enough taken; expected verdict: wrong
// right: the given p99 decide, and two failures in a row end it.
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var users = 0
  for (index, step) in ramp.enumerated() {
    let around = ramp[max(0, index - 1)...min(ramp.count - 1, index + 1)]
    let smooth = around.map(\.p99).reduce(0, +) / Double(around.count)
    if smooth > objective || step.errors > 0 { break }
    users = step.users
  }
  return users
}
