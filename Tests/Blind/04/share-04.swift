// meant: two faults: divides by all cores of the chip, and a program that took no time at all makes a division by zero; expected verdict: wrong
import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  let total = usage.user + usage.system
  let perCore = total / Double(usage.chipCores)
  return perCore / usage.wall
}
