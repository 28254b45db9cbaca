// meant: a chunk for each core, whose sums then queue for the shared total; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for start in stride(from: 0, to: numbers.count, by: size) {
      group.addTask {
        let sum = try await machine.sum(numbers[start..<min(start + size, numbers.count)])
        try await machine.add(sum)
      }
    }
    try await group.waitForAll()
  }
  return machine.total
}
