// meant: takes a failed step for noise if only the p99 of the next is short enough, whatever errors that has, seen where a too slow step is followed by a fast one with errors and later by a good one; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  knee(of: ramp[...], objective: objective, best: 0)
}

private func knee(of ramp: ArraySlice<RampStep>, objective: Double, best: Int) -> Int {
  guard let step = ramp.first else { return best }
  let rest = ramp.dropFirst()

  if step.p99 <= objective, step.errors == 0 {
    return knee(of: rest, objective: objective, best: step.users)
  }
  // This one fails. Is it noise?
  if let next = rest.first, next.p99 <= objective {
    return knee(of: rest, objective: objective, best: best)
  }
  return best
}
