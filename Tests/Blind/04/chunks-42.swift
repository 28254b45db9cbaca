// meant: makes two chunks for each core, so that an early core finds something to do, and pays for beginning twice, seen with more numbers than cores; expected verdict: wrong

import LessonKit

private struct Cutter {
  var size: Int

  func cut(_ rest: ArraySlice<Int>) -> [ArraySlice<Int>] {
    rest.isEmpty ? [] : [rest.prefix(size)] + cut(rest.dropFirst(size))
  }
}

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  // Smaller chunks balance better.
  let count = 2 * machine.cores
  let cutter = Cutter(size: (numbers.count + count - 1) / count)
  let pieces = cutter.cut(numbers[...])

  return try await withThrowingTaskGroup(of: Int.self) { group in
    pieces.forEach { piece in group.addTask { try await machine.sum(piece) } }
    return try await group.reduce(into: 0) { $0 += $1 }
  }
}
