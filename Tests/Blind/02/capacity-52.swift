// meant: believes that threads compute in parallel although there is one core, so every thread counts as soon as a single page is in time; seen for 200 threads, 10 ms of work, 90 ms of wait and a deadline of 250 ms (200 instead of 16); expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let page = work + wait
  guard page <= deadline else { return 0 }

  return switch server {
  case .oneAtATime: deadline / page
  // Each user has a thread of their own, so nobody waits for anybody else.
  case .threads(let limit): limit
  case .eventLoop: (deadline - wait) / work
  }
}
