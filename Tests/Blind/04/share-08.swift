// meant: does not divide by the cores, and cuts off at 1 whatever is more; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  guard usage.wall > .zero else { return 0 }
  return min(1, (usage.user + usage.system) / usage.wall)
}
