// meant: takes a program without time in its own code for one that took no time at all, seen where user is zero and system is not; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  // A program that took no time at all used nothing.
  if usage.user == .zero || usage.wall == .zero { return 0 }

  let cpuTime = usage.user + usage.system
  let possible = usage.wall * usage.usableCores
  return cpuTime / possible
}
