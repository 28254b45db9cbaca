// meant: asks for a number of users when the last of them has the page, and finds the largest number by halving a range; expected verdict: right

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  func allInTime(_ users: Int) -> Bool {
    let last =
      switch server {
      case .oneAtATime: users * (work + wait)
      case .threads, .eventLoop: users * work + wait
      }
    if case .threads(let most) = server, users > most { return false }
    return last <= deadline
  }

  // More than this don't fit in, even without any wait.
  var enough = 0
  var tooMany = deadline / work + 1
  while tooMany - enough > 1 {
    let middle = enough + (tooMany - enough) / 2
    if allInTime(middle) {
      enough = middle
    } else {
      tooMany = middle
    }
  }
  return enough
}
