// meant: the threads work at the same time, also on one core; expected verdict: wrong
// right: the one core computes for one page at a time, whatever the number of threads.
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  guard work + wait <= deadline else { return 0 }
  switch server {
  case .oneAtATime: return deadline / (work + wait)
  case .threads(let most): return most
  case .eventLoop: return (deadline - wait) / work
  }
}
