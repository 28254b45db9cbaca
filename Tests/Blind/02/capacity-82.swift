// meant: lets a user without a thread wait until one becomes free and does not turn the user away, so a server with few threads and a long deadline holds more users than threads, as with 2 threads, 10 ms of work, 90 ms of wait and 250 ms: 4 and not 2; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let threads: Int
  switch server {
  case .oneAtATime: threads = 1
  case .threads(let limit): threads = limit
  case .eventLoop: threads = Int.max
  }
  // When each page is done, one after the other.
  var done: [Int] = []
  var coreIsFree = 0
  while true {
    let user = done.count
    let threadIsFree = user < threads ? 0 : done[user - threads]
    coreIsFree = max(coreIsFree, threadIsFree) + work
    let end = coreIsFree + wait
    if end > deadline { return user }
    done.append(end)
  }
}
