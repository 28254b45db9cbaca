// meant: lets all threads compute at the same time, as if each had a core of its own, so that only the number of threads limits them, seen with more threads than the core can serve in time (100 threads, 10 ms, 90 ms, 250 ms: 100 instead of 16); expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let page = work + wait
  guard page <= deadline else { return 0 }
  switch server {
  case .oneAtATime:
    return deadline / page
  case .threads(let atMost):
    // They all run side by side, so each of them takes as long as one.
    return atMost
  case .eventLoop:
    return (deadline - wait) / work
  }
}
