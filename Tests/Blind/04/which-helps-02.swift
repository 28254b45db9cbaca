// meant: in Swift it gives waiting calls that keep their thread to a task group, as if the pool grew with them; expected verdict: wrong
import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  if job.mayCrash { return .processes }
  if job.computes {
    switch language {
    case .swift: return .taskGroup
    case .python: return job.releasesTheLock ? .threads : .processes
    }
  }
  if job.canBeAwaited { return .loop }
  return language == .swift ? .taskGroup : .threads
}
