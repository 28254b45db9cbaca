// meant: the loop is never full before the deadline: deadline / work; expected verdict: wrong
// right: the last page must still wait within the deadline: (deadline - wait) / work.
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime: return deadline / (work + wait)
  case .threads(let most): return min(most, deadline / work)
  case .eventLoop: return deadline / work
  }
}
