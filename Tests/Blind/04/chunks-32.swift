// meant: lets each core add its sum to the shared total, where the cores wait for one another, seen with any numbers, as it takes some ms longer; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  guard !numbers.isEmpty else { return 0 }
  let size = (numbers.count + machine.cores - 1) / machine.cores

  try await withThrowingTaskGroup(of: Void.self) { group in
    for start in stride(from: 0, to: numbers.count, by: size) {
      let end = min(start + size, numbers.count)
      group.addTask {
        let sum = try await machine.sum(numbers[start..<end])
        try await machine.add(sum)
      }
    }
    try await group.waitForAll()
  }
  return machine.total
}
