// meant: looks at user time to see whether the program did anything, so one that only used system time used nothing; expected verdict: wrong
import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  if usage.user == .zero || usage.wall == .zero { return 0 }
  return (usage.user + usage.system) / usage.wall / Double(usage.usableCores)
}
