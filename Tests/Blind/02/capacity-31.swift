// meant: lets the wait of the last user overlap with all the work, as if the slower of the two counted alone, for threads and event loop, seen for work 1, wait 90, deadline 250, which is 160 and not 250; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let page = work + wait
  // A page that is too slow for one user is too slow for all of them.
  guard page <= deadline else { return 0 }

  switch server {
  case .oneAtATime:
    return deadline / page
  case .threads(let most):
    // While one waits, the core works for the others, so only the work adds up.
    return min(most, deadline / work)
  case .eventLoop:
    return deadline / work
  }
}
