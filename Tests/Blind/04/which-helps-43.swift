// meant: one function per language, each of which climbs from the loop upwards for as long as something stands against the technique; expected verdict: right

import LessonKit

private func inSwift(_ job: Job) -> Technique {
  if job.computes { return .taskGroup }
  return job.canBeAwaited ? .loop : .threads
}

private func inPython(_ job: Job) -> Technique {
  var technique = Technique.loop
  if job.computes || !job.canBeAwaited { technique = .threads }
  if job.computes && !job.releasesTheLock { technique = .processes }
  return technique
}

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  let perLanguage: [Language: (Job) -> Technique] = [.swift: inSwift, .python: inPython]
  if job.mayCrash { return .processes }
  return perLanguage[language]!(job)
}
