// meant: right as long as one page is in time: else the numbers become negative; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let overlapping = (deadline - wait) / work
  switch server {
  case .oneAtATime: return deadline / (work + wait)
  case .threads(let most): return min(most, overlapping)
  case .eventLoop: return overlapping
  }
}
