// meant: each task makes an actor of its own to do the adding, so there are many doors to one counter and none keeps another out; expected verdict: wrong
import LessonKit

private actor Adder {
  func add(_ number: Int, to board: Board) { board.count += number }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        let adder = Adder()
        await adder.add(board.primes(in: part), to: board)
      }
    }
  }
}
