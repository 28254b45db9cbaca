// meant: two faults: exactly at the deadline is late, and each thread has a core to itself; expected verdict: wrong
// right: exactly at the deadline is in time, and the threads share the one core.
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  var users = 0
  while true {
    let next = users + 1
    let end =
      switch server {
      case .oneAtATime: next * (work + wait)
      case .threads(let threads): next > threads ? Int.max : work + wait
      case .eventLoop: next * work + wait
      }
    if end >= deadline { return users }
    users = next
  }
}
