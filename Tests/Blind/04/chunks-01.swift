// meant: chunks of count / cores, and the rest that does not divide is lost; expected verdict: wrong
// right: the rest is spread over the chunks.
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let size = numbers.count / machine.cores
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for core in 0..<machine.cores {
      group.addTask { try await machine.sum(numbers[core * size..<(core + 1) * size]) }
    }
    return try await group.reduce(0, +)
  }
}
