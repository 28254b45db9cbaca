// meant: Believes that a program cannot be busy for longer than it runs and caps the CPU time at the wall time before it divides by the cores, seen where several cores were busy, as with 3 s of CPU time within 2 s on 2 cores; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  guard usage.wall > .zero else { return 0 }
  // A program can't be busy for longer than it ran.
  let busy = min(usage.user + usage.system, usage.wall)
  return busy / usage.wall / Double(usage.usableCores)
}
