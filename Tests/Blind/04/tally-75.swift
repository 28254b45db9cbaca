// meant: The child tasks send what they find through an AsyncStream, and the one task that reads it adds each number as it comes; expected verdict: right

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let (findings, sender) = AsyncStream.makeStream(of: Int.self)
  await withDiscardingTaskGroup { group in
    for part in parts {
      group.addTask { sender.yield(board.primes(in: part)) }
    }
    for await found in findings.prefix(parts.count) { board.count += found }
  }
}
