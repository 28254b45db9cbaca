// meant: a recursion with async let takes one core's fair share from the front, rounded up, and leaves the rest to the remaining cores; expected verdict: right

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  @Sendable func sum(_ rest: ArraySlice<Int>, cores: Int) async throws -> Int {
    guard !rest.isEmpty else { return 0 }
    let fair = (rest.count + cores - 1) / cores
    async let mine = machine.sum(rest.prefix(fair))
    async let others = sum(rest.dropFirst(fair), cores: cores - 1)
    return try await mine + others
  }
  return try await sum(numbers[...], cores: machine.cores)
}
