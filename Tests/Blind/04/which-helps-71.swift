// meant: Gives C code that works without the lock threads in every language, though it makes no difference in Swift where the task group comes first, seen with a Swift job that computes and releases the lock; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  if job.computes {
    if job.releasesTheLock { return .threads }
    return language == .swift ? .taskGroup : .processes
  }
  return job.canBeAwaited ? .loop : .threads
}
