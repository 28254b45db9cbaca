// meant: the children send what they find into a stream, and an async let beside them writes it on the board, one after another; expected verdict: right
import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let (found, finds) = AsyncStream.makeStream(of: Int.self)
  async let writing: Void = {
    for await number in found { board.count = board.count + number }
  }()
  await withDiscardingTaskGroup { group in
    parts.forEach { part in
      group.addTask { finds.yield(board.primes(in: part)) }
    }
  }
  finds.finish()
  await writing
}
