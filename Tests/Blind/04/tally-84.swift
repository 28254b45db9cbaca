// meant: child tasks send what they found into an AsyncStream, and the task that was asked is the only one that adds to the count, as soon as each number arrives; expected verdict: right

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let (results, inbox) = AsyncStream.makeStream(of: Int.self)
  async let searching: Void = {
    await withDiscardingTaskGroup { group in
      for part in parts {
        group.addTask { inbox.yield(board.primes(in: part)) }
      }
    }
    inbox.finish()
  }()
  for await found in results { board.count += found }
  await searching
}
