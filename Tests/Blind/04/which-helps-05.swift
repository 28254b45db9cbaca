// meant: believes that the GIL also keeps Python's threads from waiting at the same time, so blocking calls go to processes; expected verdict: wrong
import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  switch (language, job.computes) {
  case _ where job.mayCrash: .processes
  case (_, false) where job.canBeAwaited: .loop
  case (.swift, false): .threads
  case (.swift, true): .taskGroup
  case (.python, true) where job.releasesTheLock: .threads
  case (.python, _): .processes
  }
}
