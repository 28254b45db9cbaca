// meant: Takes the whole seconds of a Duration for all of it, so that what comes after the point is lost, seen with times such as 1.5 s or a run of less than a second; expected verdict: wrong

import LessonKit

extension Duration {
  fileprivate var inSeconds: Double { Double(components.seconds) }
}

func share(_ usage: ProgramUsage) throws -> Double {
  let used = (usage.user + usage.system).inSeconds
  let available = usage.wall.inSeconds * Double(usage.usableCores)
  return available == 0 ? 0 : min(1, used / available)
}
