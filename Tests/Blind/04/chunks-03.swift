// meant: divides rounding down and makes one chunk a core, so that the last few numbers belong to no chunk: right only if it divides evenly; expected verdict: wrong
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let size = numbers.count / machine.cores
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for core in 0..<machine.cores {
      let chunk = numbers[core * size..<(core + 1) * size]
      group.addTask { try await machine.sum(chunk) }
    }
    return try await group.reduce(0, +)
  }
}
