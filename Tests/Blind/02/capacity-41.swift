// meant: lets the users for whom no thread is left wait for the next free one instead of being turned away, seen where a second round of threads fits into the deadline, such as 2 threads, work 10, wait 90, deadline 250; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  /// How many of at most so many users who begin together are done in time.
  func together(atMost most: Int, within time: Int) -> Int {
    guard time >= work + wait else { return 0 }
    return min(most, (time - wait) / work)
  }

  switch server {
  case .oneAtATime:
    return deadline / (work + wait)
  case .eventLoop:
    return together(atMost: .max, within: deadline)
  case .threads(let threads):
    guard threads > 0 else { return 0 }
    // As many as there are threads go first; then the threads are free for the next.
    let round = threads * work + wait
    let fullRounds = deadline / round
    let left = deadline - fullRounds * round
    return fullRounds * threads + together(atMost: threads, within: left)
  }
}
