// meant: Splits the cores in two again and again, and with them the numbers so that no core gets more than a rounded-up share, with async let on both sides; expected verdict: right

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  try await sum(numbers[...], over: machine.cores, of: machine)
}

private func sum(_ slice: ArraySlice<Int>, over cores: Int, of machine: ModelMachine) async throws -> Int {
  if slice.isEmpty { return 0 }
  if cores == 1 { return try await machine.sum(slice) }
  let each = (slice.count + cores - 1) / cores
  let few = cores / 2
  async let some = sum(slice.prefix(each * few), over: few, of: machine)
  async let others = sum(slice.dropFirst(each * few), over: cores - few, of: machine)
  return try await some + others
}
