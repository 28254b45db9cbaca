// meant: returns the last step of the whole ramp that meets the objective, even after two that failed in a row, seen for a ramp such as good, bad, bad, good; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  // What fails at the end is no noise. What fails in the middle was, for after it the objective is met again.
  ramp.last { $0.errors == 0 && $0.p99 <= objective }?.users ?? 0
}
