// meant: calls that keep their thread go into a task group in Swift, whose pool has only a thread per core; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  switch (job.computes, language) {
  case (true, .swift): return .taskGroup
  case (true, .python): return job.releasesTheLock ? .threads : .processes
  case (false, .swift): return job.canBeAwaited ? .loop : .taskGroup
  case (false, .python): return job.canBeAwaited ? .loop : .threads
  }
}
