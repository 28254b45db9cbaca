// meant: tries the techniques in the order of the list and returns the first with which nothing stands in the way; expected verdict: right
import LessonKit

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  let helps: [Technique: Bool] = [
    .loop: !job.computes && job.canBeAwaited,
    .taskGroup: language == .swift ? job.computes || job.canBeAwaited : !job.computes && job.canBeAwaited,
    .threads: language == .swift || !job.computes || job.releasesTheLock,
    .processes: true,
  ]
  return Technique.allCases.sorted { $0.rawValue < $1.rawValue }
    .first { (!job.mayCrash || $0 == .processes) && helps[$0]! }!
}
