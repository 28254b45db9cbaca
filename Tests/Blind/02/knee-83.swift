// meant: recursion over the rest of the ramp with pattern matching on the first two steps, where a failure is looked at together with the step after it; expected verdict: right

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  climb(ramp[...], best: 0) { $0.errors == 0 && $0.p99 <= objective }
}

private func climb(_ rest: ArraySlice<RampStep>, best: Int, meets: (RampStep) -> Bool) -> Int {
  guard let step = rest.first else { return best }
  let others = rest.dropFirst()
  switch (meets(step), others.first.map(meets)) {
  case (true, _): return climb(others, best: step.users, meets: meets)
  case (false, true?): return climb(others, best: best, meets: meets)
  case (false, _): return best
  }
}
