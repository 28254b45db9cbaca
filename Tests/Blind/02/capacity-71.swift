// meant: on the event loop it counts only the work because waits overlap, and forgets that the last page still has its own wait to do (event loop, work 10, wait 90, deadline 250 gives 25 and not 16); expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  guard work + wait <= deadline else { return 0 }
  switch server {
  case .oneAtATime:
    return deadline / (work + wait)
  case .threads(let most):
    return min(most, (deadline - wait) / work)
  case .eventLoop:
    return deadline / work
  }
}
