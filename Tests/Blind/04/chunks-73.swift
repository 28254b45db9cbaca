// meant: Adds the chunks' sums to the total that the cores share, one core at a time, instead of adding the answers itself in no time, seen as a longer time with any numbers; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let cores = machine.cores
  try await withThrowingTaskGroup(of: Void.self) { group in
    for core in 0..<cores {
      let chunk = numbers[(numbers.count * core / cores)..<(numbers.count * (core + 1) / cores)]
      if chunk.isEmpty { continue }
      group.addTask {
        // Several tasks have a sum at once: only the machine's total is safe.
        try await machine.add(try await machine.sum(chunk))
      }
    }
    try await group.waitForAll()
  }
  return machine.total
}
