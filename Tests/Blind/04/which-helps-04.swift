// meant: two faults: thinks of crashes only for jobs that compute, and believes that Swift needs the lock to be released too; expected verdict: wrong
import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if !job.computes { return job.canBeAwaited ? .loop : .threads }
  if job.mayCrash || !job.releasesTheLock { return .processes }
  return language == .swift ? .taskGroup : .threads
}
