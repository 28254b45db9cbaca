// meant: divides by all cores of the chip; expected verdict: wrong
// right: only the cores that the program may use count.
import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  guard usage.wall > .zero else { return 0 }
  return (usage.user + usage.system) / (usage.wall * usage.chipCores)
}
