// meant: the searches send what they find into a stream, and the one task that reads the stream adds it to the board; expected verdict: right

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let (results, mailbox) = AsyncStream.makeStream(of: Int.self)

  async let searching: Void = {
    await withDiscardingTaskGroup { group in
      for part in parts {
        group.addTask { _ = mailbox.yield(board.primes(in: part)) }
      }
    }
    mailbox.finish()
  }()

  for await found in results {
    board.count += found
  }
  await searching
}
