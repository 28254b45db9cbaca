// meant: believes that a Python thread keeps the lock while it waits, unless it is in C code that releases it, seen with a Python job that waits, cannot be awaited and has releasesTheLock false (processes instead of threads); expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  if !job.computes && job.canBeAwaited { return .loop }
  switch language {
  case .swift:
    // A call that keeps its thread would use up the pool.
    return job.computes ? .taskGroup : .threads
  case .python:
    // Threads run one at a time, because of the lock. Only C code gets around that.
    return job.releasesTheLock ? .threads : .processes
  }
}
