// meant: goes through the ramp as a state machine, which is steady, in doubt after one failed step, or has given way; expected verdict: right

import LessonKit

private enum Condition {
  case steady
  case inDoubt
  case gaveWay
}

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let end = ramp.reduce(into: (condition: Condition.steady, users: 0)) { state, step in
    let meets = step.errors == 0 && step.p99 <= objective
    switch (state.condition, meets) {
    case (.gaveWay, _):
      return
    case (_, true):
      state = (.steady, step.users)
    case (.steady, false):
      state.condition = .inDoubt
    case (.inDoubt, false):
      state.condition = .gaveWay
    }
  }
  return end.users
}
