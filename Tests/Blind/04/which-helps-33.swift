// meant: goes through the techniques in their order and returns the first of which a predicate says that it works; expected verdict: right

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  func works(_ technique: Technique) -> Bool {
    if job.mayCrash { return technique == .processes }
    switch technique {
    case .loop:
      return !job.computes && job.canBeAwaited
    case .taskGroup:
      if !job.computes { return job.canBeAwaited }
      return language == .swift
    case .threads:
      let locked = language == .python && job.computes && !job.releasesTheLock
      return !locked
    case .processes:
      return true
    }
  }
  return Technique.allCases.first(where: works) ?? .processes
}
