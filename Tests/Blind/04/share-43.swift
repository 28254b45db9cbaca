// meant: works out how much of the usable time was left idle, and subtracts its share from 1; expected verdict: right

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  var idle = Duration.zero
  for _ in 0..<usage.usableCores { idle += usage.wall }
  let whole = idle
  guard whole != .zero else { return 0 }
  idle -= usage.user
  idle -= usage.system
  return 1 - idle / whole
}
