// meant: believes that a child task that keeps its thread does not hold up the others, and answers .taskGroup for Swift jobs that wait and cannot be awaited, where .threads is right; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  switch language {
  case .swift:
    // One thread is enough for what gives it back; for everything else Swift has its pool.
    return !job.computes && job.canBeAwaited ? .loop : .taskGroup
  case .python:
    guard job.computes else { return job.canBeAwaited ? .loop : .threads }
    return job.releasesTheLock ? .threads : .processes
  }
}
