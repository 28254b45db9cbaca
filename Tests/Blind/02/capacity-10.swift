// meant: adds one user after another, and looks when the last of them has the page; expected verdict: right

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  var users = 0
  while true {
    let next = users + 1
    let last: Int
    switch server {
    case .oneAtATime:
      last = next * (work + wait)
    case .threads(let most) where next > most:
      return users
    case .threads, .eventLoop:
      last = next * work + wait
    }
    guard last <= deadline else { return users }
    users = next
  }
}
