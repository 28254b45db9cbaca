// meant: takes a failed first step as proof that the server never met the objective, although one failed step is noise (failed 10, good 20, good 30 gives 0 and not 30); expected verdict: wrong

import LessonKit

extension RampStep {
  fileprivate func meets(_ objective: Double) -> Bool { errors == 0 && p99 <= objective }
}

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  func climb(_ rest: ArraySlice<RampStep>, from reached: Int) -> Int {
    guard let step = rest.first else { return reached }
    if step.meets(objective) { return climb(rest.dropFirst(), from: step.users) }
    guard let next = rest.dropFirst().first, next.meets(objective) else { return reached }
    return climb(rest.dropFirst(2), from: next.users)
  }

  guard let first = ramp.first, first.meets(objective) else { return 0 }
  return climb(ramp.dropFirst(), from: first.users)
}
