// meant: it thinks that C code without the lock makes Python's task group as good as Swift's, though that group runs on the loop's thread alone, seen in Python for a job that computes, releases the lock and may not crash; expected verdict: wrong

import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  let isFreeOfTheLock = language == .swift || job.releasesTheLock

  func helps(_ technique: Technique) -> Bool {
    switch technique {
    case .loop: !job.mayCrash && !job.computes && job.canBeAwaited
    case .taskGroup: !job.mayCrash && job.computes && isFreeOfTheLock
    case .threads: !job.mayCrash && (!job.computes || isFreeOfTheLock)
    case .processes: true
    }
  }

  return Technique.allCases.first(where: helps) ?? .processes
}
