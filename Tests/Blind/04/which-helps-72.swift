// meant: Trusts a task group with calls that keep their thread, though its pool has only one thread per core, seen with a Swift job that waits and cannot be awaited; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  switch (language, job.mayCrash, job.computes) {
  case (_, true, _): .processes
  case (_, _, false) where job.canBeAwaited: .loop
  case (.swift, _, _): .taskGroup
  case (.python, _, true): job.releasesTheLock ? .threads : .processes
  case (.python, _, false): .threads
  }
}
