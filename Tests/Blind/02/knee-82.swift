// meant: takes a single failed step at the very end of the ramp for noise as well and returns its users, though no good step follows it, as with good, good, failed; expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let failed = ramp.map { $0.p99 > objective || $0.errors > 0 }
  // The first of two failures in a row: the step before it is the last that counts.
  let end = zip(failed, failed.dropFirst()).enumerated()
    .first { $0.element.0 && $0.element.1 }?.offset
  if let end { return end == 0 ? 0 : ramp[end - 1].users }
  // The server never gave way.
  return failed.contains(false) ? ramp[ramp.count - 1].users : 0
}
