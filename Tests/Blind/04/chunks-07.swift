// meant: deals the numbers out like cards, one to each core and round again, and starts a chunk only for cores that got some; expected verdict: right
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let hands = (0..<machine.cores).map { core in
    stride(from: core, to: numbers.count, by: machine.cores).map { numbers[$0] }
  }
  return try await withThrowingTaskGroup(of: (core: Int, sum: Int).self) { group in
    for (core, hand) in hands.enumerated() where !hand.isEmpty {
      group.addTask { (core, try await machine.sum(hand[...])) }
    }
    var sums = Array(repeating: 0, count: machine.cores)
    for try await part in group { sums[part.core] = part.sum }
    return sums.reduce(0, +)
  }
}
