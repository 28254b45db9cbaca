// meant: thinks that only pieces that compute can crash and asks for mayCrash after the waiting ones are dealt with, seen for a job that waits and may crash; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if !job.computes {
    // A failed wait throws an error, which I can catch.
    return job.canBeAwaited ? .loop : .threads
  }
  if job.mayCrash { return .processes }
  if language == .swift { return .taskGroup }
  return job.releasesTheLock ? .threads : .processes
}
