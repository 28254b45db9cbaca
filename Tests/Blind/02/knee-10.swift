// meant: smooths the noise away: takes the mean of each p99 and its neighbours, and stops at the first that is too long; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  var knee = 0
  for (index, step) in ramp.enumerated() {
    let around = ramp[max(0, index - 1)...min(ramp.count - 1, index + 1)]
    let smooth = around.map(\.p99).reduce(0, +) / Double(around.count)
    guard smooth <= objective, step.errors == 0 else { break }
    knee = step.users
  }
  return knee
}
