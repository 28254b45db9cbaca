// meant: takes the larger of user and system time, as if the two ran at the same time, instead of their sum; expected verdict: wrong
import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  guard usage.wall > .zero else { return 0 }
  let busy = max(usage.user, usage.system)
  return busy / (usage.wall * usage.usableCores)
}
