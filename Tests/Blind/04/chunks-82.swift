// meant: halves the numbers along with the cores, also where the cores cannot be halved evenly, so that on 3 cores one core gets half of the numbers: 12 numbers take 11 ms instead of 9; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  try await sum(numbers[...], over: machine.cores, on: machine)
}

/// Divide and conquer: half of the numbers for half of the cores.
private func sum(_ slice: ArraySlice<Int>, over cores: Int, on machine: ModelMachine) async throws
  -> Int
{
  if slice.isEmpty { return 0 }
  if cores == 1 || slice.count == 1 { return try await machine.sum(slice) }
  let middle = slice.startIndex + slice.count / 2
  async let left = sum(slice[..<middle], over: cores / 2, on: machine)
  async let right = sum(slice[middle...], over: cores - cores / 2, on: machine)
  return try await left + right
}
