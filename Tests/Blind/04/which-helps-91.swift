// meant: it puts waiting pieces whose calls keep the thread on Swift's task group, where the pool has only a thread per core, seen in Swift for a job that neither computes nor can be awaited nor may crash; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  switch (job.computes, language) {
  case (true, .swift): return .taskGroup
  case (true, .python): return job.releasesTheLock ? .threads : .processes
  case (false, _) where job.canBeAwaited: return .loop
  case (false, .swift): return .taskGroup
  case (false, .python): return .threads
  }
}
