// meant: deals the numbers out like cards, one hand for each core, and sums up the hands that are not empty in child tasks; expected verdict: right

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  var hands = Array(repeating: [Int](), count: machine.cores)
  for (index, number) in numbers.enumerated() {
    hands[index % machine.cores].append(number)
  }
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for hand in hands where !hand.isEmpty {
      group.addTask { try await machine.sum(hand[...]) }
    }
    return try await group.reduce(0, +)
  }
}
