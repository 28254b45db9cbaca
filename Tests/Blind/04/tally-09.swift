// meant: a serial queue of Dispatch does the adding, and nothing else; expected verdict: right

import Dispatch
import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let oneAtATime = DispatchQueue(label: "tally")
  await withDiscardingTaskGroup { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        oneAtATime.sync { board.count += found }
      }
    }
  }
}
