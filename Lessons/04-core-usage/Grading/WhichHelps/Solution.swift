enum WhichHelpsSolution {
  /// What a thread does meanwhile decides; the language matters only where the pieces compute.
  static func whichHelps(_ job: Job, in language: Language) -> Technique {
    if job.mayCrash { return .processes }
    if !job.computes { return job.canBeAwaited ? .loop : .threads }
    return switch language {
    case .swift: .taskGroup
    case .python: job.releasesTheLock ? .threads : .processes
    }
  }
}
