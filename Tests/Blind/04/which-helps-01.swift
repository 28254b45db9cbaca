// meant: threads for all that computes in Python, whether the lock is released or not; expected verdict: wrong
// right: threads help Python only where C code lets go of the lock; otherwise processes.
import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  if !job.computes { return job.canBeAwaited ? .loop : .threads }
  return language == .swift ? .taskGroup : .threads
}
