// meant: Leaves one core to the task that hands out the chunks and adds their sums, so that one core stays idle, seen on two or more cores with more numbers than the other cores have room for, as with 40 numbers on 4 cores; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  if numbers.isEmpty { return 0 }
  // One core is for this function, the others are workers.
  let workers = max(1, machine.cores - 1)
  return try await withThrowingTaskGroup { group in
    var rest = numbers[...]
    for worker in 0..<workers where !rest.isEmpty {
      let left = workers - worker
      let chunk = rest.prefix((rest.count + left - 1) / left)
      rest = rest.dropFirst(chunk.count)
      group.addTask { try await machine.sum(chunk) }
    }
    var sum = 0
    for try await part in group { sum += part }
    return sum
  }
}
