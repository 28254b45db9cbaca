// meant: thinks of crashes only where the pieces compute; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  guard job.computes else { return job.canBeAwaited ? .loop : .threads }
  if job.mayCrash { return .processes }
  if language == .swift { return .taskGroup }
  return job.releasesTheLock ? .threads : .processes
}
