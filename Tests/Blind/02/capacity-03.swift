// meant: right but for a deadline that is shorter than the wait: a number below 0; expected verdict: wrong
// right: 0 if not even one has it in time.
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  switch server {
  case .oneAtATime: deadline / (work + wait)
  case .threads(let threads): min(threads, (deadline - wait) / work)
  case .eventLoop: (deadline - wait) / work
  }
}
