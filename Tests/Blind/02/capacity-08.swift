// meant: a thread takes the next user when it is done with one, as a pool does: users are queued instead of turned away, and the core has no limit; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime:
    return deadline / (work + wait)
  case .threads(let most):
    return most * (deadline / (work + wait))
  case .eventLoop:
    return max(0, (deadline - wait) / work)
  }
}
