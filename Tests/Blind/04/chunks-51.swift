// meant: makes two chunks for each core so that the load is balanced, and so pays for the beginning twice on each core, seen with more numbers than cores (40 numbers on 4 cores: 20 ms instead of 15 ms); expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  // Smaller chunks, so that a core that is done early can take another one.
  let number = machine.cores * 2
  let size = max(1, (numbers.count + number - 1) / number)
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for start in stride(from: 0, to: numbers.count, by: size) {
      let chunk = numbers[start..<min(start + size, numbers.count)]
      group.addTask { try await machine.sum(chunk) }
    }
    var total = 0
    for try await sum in group { total += sum }
    return total
  }
}
