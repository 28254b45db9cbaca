// meant: lets the threads compute at the same time though there is one core, so all threads are in time or none is, seen for 200 threads, work 10, wait 90, deadline 250; expected verdict: wrong

import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime: return inARow(deadline, each: work + wait)
  case .eventLoop: return inARow(deadline - wait, each: work)
  case .threads(let threads):
    // Each user has a thread of their own, and nobody disturbs them: their page takes what it takes.
    let hasItInTime = work + wait <= deadline
    return hasItInTime ? threads : 0
  }
}

private func inARow(_ time: Int, each: Int) -> Int {
  time < each ? 0 : time / each
}
