// meant: Rounds the length of a chunk down, so that what is left over becomes further chunks which stand in line for a core, seen where the cores do not divide the count, as with 10 numbers on 4 cores; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let length = max(1, numbers.count / machine.cores)
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for start in stride(from: 0, to: numbers.count, by: length) {
      group.addTask {
        try await machine.sum(numbers[start..<min(start + length, numbers.count)])
      }
    }
    return try await group.reduce(0, +)
  }
}
