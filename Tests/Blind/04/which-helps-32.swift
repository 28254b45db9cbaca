// meant: thinks that a thread that waits in Python keeps the GIL and so goes to processes, seen in Python for a job that waits, cannot be awaited and has no C code; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  switch (job.mayCrash, job.computes, job.canBeAwaited) {
  case (true, _, _):
    return .processes
  case (false, false, true):
    return .loop
  case (false, let computes, _):
    // From here on threads are needed, and in Python they have to get past the lock.
    switch language {
    case .swift: return computes ? .taskGroup : .threads
    case .python: return job.releasesTheLock ? .threads : .processes
    }
  }
}
