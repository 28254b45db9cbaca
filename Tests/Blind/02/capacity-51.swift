// meant: lets the users without a thread wait until a whole round of threads is free again instead of counting them as turned away; seen for 2 threads, 10 ms of work, 90 ms of wait and a deadline of 250 ms (4 instead of 2); expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime:
    return deadline / (work + wait)
  case .threads(let limit):
    return rounds(of: limit, work: work, wait: wait, deadline: deadline)
  case .eventLoop:
    return overlapping(work: work, wait: wait, within: deadline)
  }
}

/// How many pages are done in time if all of them begin at once.
private func overlapping(work: Int, wait: Int, within time: Int) -> Int {
  max(0, time - wait) / work
}

/// When all threads are done, they take the next users.
private func rounds(of threads: Int, work: Int, wait: Int, deadline: Int) -> Int {
  var left = deadline
  var users = 0
  while true {
    let fit = overlapping(work: work, wait: wait, within: left)
    if fit < threads { return users + fit }
    users += threads
    left -= threads * work + wait
  }
}
