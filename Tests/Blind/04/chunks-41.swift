// meant: leaves one core to this function, which adds up the sums, and makes chunks for the others only, seen with more than one core and more than a few numbers; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  // One core has to wait for the others and collect what they bring.
  let workers = max(1, machine.cores - 1)

  func chunk(_ worker: Int) -> ArraySlice<Int> {
    numbers[(worker * numbers.count / workers)..<((worker + 1) * numbers.count / workers)]
  }

  return try await withThrowingTaskGroup(of: Int.self) { group in
    for chunk in (0..<workers).map(chunk) where !chunk.isEmpty {
      group.addTask { try await machine.sum(chunk) }
    }
    var sum = 0
    while let next = try await group.next() { sum += next }
    return sum
  }
}
