// meant: reckons in whole seconds because components.seconds drops the fraction, seen for times such as 1.5 s or 400 ms; expected verdict: wrong

import LessonKit

private func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds)
}

func share(_ usage: ProgramUsage) throws -> Double {
  let used = seconds(usage.user) + seconds(usage.system)
  let available = seconds(usage.wall) * Double(usage.usableCores)
  if available == 0 { return 0 }
  return used / available
}
