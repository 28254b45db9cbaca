// meant: lets threads compute in parallel as if each had a core of its own, so all of them count as soon as one page fits (200 threads, work 10, wait 90, deadline 250 gives 200 and not 16); expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let page = work + wait
  if page > deadline { return 0 }
  return switch server {
  case .oneAtATime: deadline / page
  // Every user has a thread, and doesn't notice the others.
  case .threads(let most): most
  case .eventLoop: (deadline - wait) / work
  }
}
