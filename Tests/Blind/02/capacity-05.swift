// meant: one too many: the user at time 0 is counted besides those that the rest of the time has room for; expected verdict: wrong
// right: the first user's work takes time, too.
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  guard deadline >= work + wait else { return 0 }
  return switch server {
  case .oneAtATime: deadline / (work + wait)
  case .threads(let threads): min(threads, 1 + (deadline - wait) / work)
  case .eventLoop: 1 + (deadline - wait) / work
  }
}
