import LessonKit

enum ShareSolution {
  /// All CPU time that was used, over all that there was: wall time, once for each core that may be used.
  static func share(_ usage: ProgramUsage) -> Double {
    guard usage.wall > .zero else { return 0 }
    return (usage.user + usage.system) / (usage.wall * usage.usableCores)
  }
}
