// meant: keeps C code off Swift's pool and gives it threads although releasesTheLock makes no difference in Swift, seen in Swift for a job that computes and releases the lock; expected verdict: wrong

import LessonKit

private enum Kind {
  case crashing, awaiting, blocking, computingInC, computing

  init(_ job: Job) {
    if job.mayCrash {
      self = .crashing
    } else if job.computes {
      self = job.releasesTheLock ? .computingInC : .computing
    } else {
      self = job.canBeAwaited ? .awaiting : .blocking
    }
  }
}

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  switch Kind(job) {
  case .crashing: .processes
  case .awaiting: .loop
  case .blocking, .computingInC: .threads
  case .computing: language == .swift ? .taskGroup : .processes
  }
}
