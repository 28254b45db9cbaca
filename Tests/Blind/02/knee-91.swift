// meant: takes only a long p99 for noise, and a step with errors for the end of the ramp, seen when a single step has errors and the next one meets the objective again; expected verdict: wrong

import LessonKit

private func last(_ ramp: ArraySlice<RampStep>, _ objective: Double, best: Int, failed: Bool) -> Int {
  guard let step = ramp.first else { return best }
  // Times are noisy, but a refused user is a refused user.
  if step.errors > 0 { return best }
  if step.p99 <= objective { return last(ramp.dropFirst(), objective, best: step.users, failed: false) }
  if failed { return best }
  return last(ramp.dropFirst(), objective, best: best, failed: true)
}

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  last(ramp[...], objective, best: 0, failed: false)
}
