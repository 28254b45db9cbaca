// meant: takes only the whole seconds of the durations, so that everything after the decimal point is lost: right for whole seconds only; expected verdict: wrong
import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  let used = usage.user.components.seconds + usage.system.components.seconds
  let possible = usage.wall.components.seconds * Int64(usage.usableCores)
  if possible == 0 { return 0 }
  return Double(used) / Double(possible)
}
