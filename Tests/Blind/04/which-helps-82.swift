// meant: believes that a thread which waits in Python keeps the GIL unless the job releases it, and answers .processes instead of .threads for a Python job that waits, cannot be awaited and has releasesTheLock false; expected verdict: wrong

import LessonKit

extension Job {
  fileprivate func isHeldUpByTheLock(in language: Language) -> Bool {
    language == .python && !releasesTheLock
  }
}

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  let locked = job.isHeldUpByTheLock(in: language)
  return switch (job.mayCrash, job.computes, job.canBeAwaited) {
  case (true, _, _): .processes
  case (false, false, true): .loop
  case (_, _, _) where locked: .processes
  case (false, false, false): .threads
  case (false, true, _): language == .swift ? .taskGroup : .threads
  }
}
