// meant: counts whole seconds only: the rest of each time is lost; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  let used = (usage.user + usage.system).components.seconds
  let possible = usage.wall.components.seconds * Int64(usage.usableCores)
  return possible == 0 ? 0 : Double(used) / Double(possible)
}
