// meant: it deals the numbers out like cards, one hand for each core, and each hand that is not empty is added up as the slice of an array of its own; expected verdict: right

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let hands = (0..<min(machine.cores, numbers.count)).map { first in
    stride(from: first, to: numbers.count, by: machine.cores).map { numbers[$0] }
  }
  return try await withThrowingTaskGroup(of: Int.self) { group in
    for hand in hands {
      group.addTask { try await machine.sum(hand[...]) }
    }
    return try await group.reduce(0, +)
  }
}
