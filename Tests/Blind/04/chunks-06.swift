// meant: two chunks for each core, so that none is idle if another is slow, although all are equally fast and each chunk costs a beginning; expected verdict: wrong
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let pieces = machine.cores * 2
  let size = max(1, (numbers.count + pieces - 1) / pieces)
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for start in stride(from: 0, to: numbers.count, by: size) {
      group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
    }
    var sum = 0
    while let part = try await group.next() { sum += part }
    return sum
  }
}
