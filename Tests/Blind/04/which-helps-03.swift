// meant: takes a task group in Python for something like one in Swift, so C code that releases the lock goes there; expected verdict: wrong
import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  guard !job.mayCrash else { return .processes }
  guard job.computes else { return job.canBeAwaited ? .loop : .threads }
  let runsOnAllCores = language == .swift || job.releasesTheLock
  return runsOnAllCores ? .taskGroup : .processes
}
