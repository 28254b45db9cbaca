// meant: lets a step meet the objective only if its p99 is shorter, seen where a p99 is exactly the objective; expected verdict: wrong

import LessonKit

extension RampStep {
  fileprivate func isBelow(_ objective: Double) -> Bool {
    errors == 0 && p99 < objective
  }
}

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let good = ramp.map { $0.isBelow(objective) }
  var answer = 0
  for index in ramp.indices {
    if good[index] {
      answer = ramp[index].users
      continue
    }
    let isLast = index == ramp.count - 1
    if isLast || !good[index + 1] {
      return answer
    }
  }
  return answer
}
