// meant: Believes that a Python thread keeps the GIL while it waits in a blocking call and so takes processes, seen with a Python job that waits and cannot be awaited; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  guard !job.mayCrash else { return .processes }
  if !job.computes && job.canBeAwaited { return .loop }
  switch language {
  case .swift:
    return job.computes ? .taskGroup : .threads
  case .python:
    // One thread at a time: only C code gets around the GIL.
    let threadsGetStuck = !(job.computes && job.releasesTheLock)
    return threadsGetStuck ? .processes : .threads
  }
}
