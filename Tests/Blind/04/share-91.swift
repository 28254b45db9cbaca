// meant: it takes only the whole seconds of each Duration and drops the fraction, seen wherever user, system or wall is not a whole number of seconds, such as 1.5 s of user time within 2 s; expected verdict: wrong

import LessonKit

func share(_ usage: ProgramUsage) throws -> Double {
  func seconds(_ duration: Duration) -> Double { Double(duration.components.seconds) }

  let available = seconds(usage.wall) * Double(usage.usableCores)
  guard available > 0 else { return 0 }
  return min(1, (seconds(usage.user) + seconds(usage.system)) / available)
}
