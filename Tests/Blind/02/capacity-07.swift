// meant: right, by trying: one user more as long as the last one has the page in time; expected verdict: right
import LessonKit

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  let candidates: Range<Int>
  if case .threads(let threads) = server { candidates = 0..<threads } else { candidates = 0..<deadline }
  var clock = 0
  return candidates.prefix { _ in
    clock += server == .oneAtATime ? work + wait : work
    return (server == .oneAtATime ? clock : clock + wait) <= deadline
  }.count
}
