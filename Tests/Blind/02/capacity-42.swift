// meant: forgets that the wait alone may be longer than the deadline, which gives a negative number for threads and event loop, seen for work 10, wait 300, deadline 250; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  // n users: n * work + wait <= deadline
  let overlapping = (deadline - wait) / work

  return switch server {
  case .oneAtATime: deadline / (work + wait)
  case .threads(atMost: let threads) where threads < overlapping: threads
  case .threads, .eventLoop: overlapping
  }
}
