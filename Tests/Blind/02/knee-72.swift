// meant: returns the last step of the ramp where no two steps in a row fail, although that step itself may have failed (good 10, good 20, failed 30 gives 30 and not 20); expected verdict: wrong

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let failed = ramp.map { $0.p99 > objective || $0.errors > 0 }
  for index in failed.indices.dropLast() where failed[index] && failed[index + 1] {
    return index == 0 ? 0 : ramp[index - 1].users
  }
  return ramp.last?.users ?? 0
}
