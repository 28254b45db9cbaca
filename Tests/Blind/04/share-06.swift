// meant: turns each duration into seconds by hand and adds up what each core could have done, one by one; expected verdict: right
import LessonKit

extension Duration {
  fileprivate var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}

func share(_ usage: ProgramUsage) throws -> Double {
  var possible = 0.0
  for _ in 0..<usage.usableCores { possible += usage.wall.inSeconds }
  switch possible {
  case 0: return 0
  default: return [usage.user, usage.system].map(\.inSeconds).reduce(0, +) / possible
  }
}
