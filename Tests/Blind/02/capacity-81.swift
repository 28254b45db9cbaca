// meant: leaves the wait out where waits overlap (deadline / work for threads and for the event loop), although everyone clicks only once and the last page's wait is added, as with 10 ms of work, 90 ms of wait and 250 ms: 25 and not 16; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime:
    return deadline / (work + wait)
  case .threads(let limit):
    return min(limit, deadline / work)
  case .eventLoop:
    return deadline / work
  }
}
