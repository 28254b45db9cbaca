// meant: thinks that Swift's pool copes with calls that keep their thread and picks the task group, seen in Swift for a job that waits and cannot be awaited; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  guard !job.mayCrash else { return .processes }

  let givesThreadBack = !job.computes && job.canBeAwaited
  if givesThreadBack { return .loop }

  // Swift has a pool of threads for all that is left.
  guard language == .python else { return .taskGroup }

  let holdsLock = job.computes && !job.releasesTheLock
  return holdsLock ? .processes : .threads
}
