// meant: rounds the size of the chunks down and lets the last core do all that is left over, seen where the numbers do not divide evenly by the cores, such as 11 on 4 cores; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let size = numbers.count / machine.cores
  return try await withThrowingTaskGroup(of: Int.self) { group in
    var start = 0
    for core in 1...machine.cores {
      let end = core == machine.cores ? numbers.count : start + size
      let chunk = numbers[start..<end]
      start = end
      // Beginning costs something, even for nothing.
      if chunk.isEmpty { continue }
      group.addTask { try await machine.sum(chunk) }
    }
    var sum = 0
    for try await part in group { sum += part }
    return sum
  }
}
