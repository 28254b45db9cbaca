// meant: takes the system's time to be spread over the whole chip and divides it by chipCores, seen where the system has time and the program may use fewer cores than there are; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  guard usage.wall > .zero else { return 0 }
  // My own code runs on the cores I was given...
  let own = usage.user / (usage.wall * usage.usableCores)
  // ...but the system works for me wherever it likes, on any core of the chip.
  let system = usage.system / (usage.wall * usage.chipCores)
  return own + system
}
