// meant: rounds the size of a chunk down, so that the rest becomes one more chunk, for which a core has to begin again; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let size = max(1, numbers.count / machine.cores)
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for start in stride(from: 0, to: numbers.count, by: size) {
      group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
    }
    return try await group.reduce(0, +)
  }
}
