// meant: describes each server by what is spent once, what is spent for every user and how many users it admits, and does one division; expected verdict: right

import LessonKit

private struct Cost {
  var once: Int
  var perUser: Int
  var admits = Int.max

  func users(within deadline: Int) -> Int {
    let left = deadline - once
    if left < perUser { return 0 }
    return min(admits, left / perUser)
  }
}

extension ServerKind {
  fileprivate func cost(work: Int, wait: Int) -> Cost {
    switch self {
    case .oneAtATime: Cost(once: 0, perUser: work + wait)
    case .threads(let most): Cost(once: wait, perUser: work, admits: most)
    case .eventLoop: Cost(once: wait, perUser: work)
    }
  }
}

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  server.cost(work: work, wait: wait).users(within: deadline)
}
