// meant: rounds the chunks' size down, so that what is left over becomes one or more chunks beyond the number of cores, which begin late: 10 numbers on 4 cores take 14 ms instead of 8; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let size = max(1, numbers.count / machine.cores)
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for start in stride(from: 0, to: numbers.count, by: size) {
      let end = min(start + size, numbers.count)
      group.addTask { try await machine.sum(numbers[start..<end]) }
    }
    var sum = 0
    for try await part in group { sum += part }
    return sum
  }
}
