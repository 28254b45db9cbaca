// meant: counts the wait as hidden behind the work of other pages, also for the last page, behind which nobody works any more, seen on the event loop and with enough threads (10 ms, 90 ms, 250 ms: 25 instead of 16); expected verdict: wrong

import LessonKit

extension ServerKind {
  fileprivate func finish(_ users: Int, work: Int, wait: Int) -> Int {
    switch self {
    case .oneAtATime: users * (work + wait)
    // While one page waits, the others compute: the longer of the two counts.
    case .threads, .eventLoop: max(users * work, work + wait)
    }
  }

  fileprivate func admits(_ users: Int) -> Bool {
    if case .threads(let atMost) = self { users <= atMost } else { true }
  }
}

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  var users = 0
  while server.admits(users + 1), server.finish(users + 1, work: work, wait: wait) <= deadline { users += 1 }
  return users
}
