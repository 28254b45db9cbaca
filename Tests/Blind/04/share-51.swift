// meant: counts only the cores that were busy, as if idle ones were not part of what the program could have used, seen with 1 s of CPU time within 1 s on 4 usable cores (1 instead of 0.25); expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  guard usage.wall > .zero else { return 0 }
  let busy = (usage.user + usage.system) / usage.wall
  // A program that keeps 1.5 cores busy runs on two cores.
  let coresInUse = min(max(1, busy.rounded(.up)), Double(usage.usableCores))
  return min(1, busy / coresInUse)
}
