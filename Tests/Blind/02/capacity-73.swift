// meant: asks for the last page to be there before the deadline and not exactly at it, which shows where the pages fill the deadline exactly (one at a time, work 10, wait 90, deadline 200 gives 1 and not 2); expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  func lastPage(of users: Int) -> Int {
    switch server {
    case .oneAtATime: users * (work + wait)
    case .threads, .eventLoop: users * work + wait
    }
  }

  var most = Int.max
  if case .threads(let limit) = server { most = limit }

  var users = 0
  while users < most && lastPage(of: users + 1) < deadline {
    users += 1
  }
  return users
}
