// meant: takes only the whole seconds of each Duration (`components.seconds`), so that 1.5 s of CPU time within 2 s counts as 1 s, and a program that ran for half a second used nothing; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  let busy = (usage.user + usage.system).components.seconds
  let wall = usage.wall.components.seconds
  guard wall > 0 else { return 0 }
  return min(1, Double(busy) / (Double(wall) * Double(usage.usableCores)))
}
