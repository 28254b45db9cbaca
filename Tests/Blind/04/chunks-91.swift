// meant: it rounds the size of a chunk down and gives all that is left over to the last core, seen where the numbers are more than the cores and leave at least 2 over, such as 11 on 4 cores (2, 2, 2 and 5); expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let workers = min(machine.cores, numbers.count)
  guard workers > 0 else { return 0 }
  let size = numbers.count / workers
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for worker in 0..<workers {
      let start = worker * size
      let end = worker == workers - 1 ? numbers.count : start + size
      group.addTask { try await machine.sum(numbers[start..<end]) }
    }
    var sum = 0
    for try await part in group { sum += part }
    return sum
  }
}
