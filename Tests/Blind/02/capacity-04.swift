// meant: a user for whom no thread is left waits for one to be free, as with a pool and its queue; expected verdict: wrong
// right: such a user is turned away, so that there are never more users than threads.
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime:
    return deadline / (work + wait)
  case .eventLoop:
    return max(0, deadline - wait) / work
  case .threads(let threads):
    guard threads > 0 else { return 0 }
    var core = 0
    var free = [Int](repeating: 0, count: threads)
    var users = 0
    while true {
      let thread = free.indices.min { free[$0] < free[$1] }!
      core = max(core, free[thread]) + work
      free[thread] = core + wait
      if free[thread] > deadline { return users }
      users += 1
    }
  }
}
