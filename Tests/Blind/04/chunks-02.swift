// meant: as many chunks as cores, the first ones longer by one; expected verdict: right
// right: -
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  try await withThrowingTaskGroup(of: Int.self) { group in
    for core in 0..<machine.cores {
      let start = numbers.count * core / machine.cores
      let end = numbers.count * (core + 1) / machine.cores
      if start < end { group.addTask { try await machine.sum(numbers[start..<end]) } }
    }
    var sum = 0
    for try await part in group { sum += part }
    return sum
  }
}
