// meant: looks for the first index at which the server gives way, and returns the users of the step before it; expected verdict: right

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let fails = ramp.map { !($0.p99 <= objective && $0.errors == 0) }
  // After the last step comes nothing that could show that it was noise.
  let nextFails = fails.dropFirst() + [true]

  let givesWay = zip(fails, nextFails).enumerated()
    .first { _, pair in pair.0 && pair.1 }?
    .offset

  // The step before the first one of a pair can't have failed, or the pair would have begun there.
  let steps = ramp.prefix(givesWay ?? ramp.count)
  return steps.last?.users ?? 0
}
