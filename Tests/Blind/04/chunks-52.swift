// meant: halves the numbers at each fork although the two sides do not get equally many cores, so one core has more to do than the others, seen where the number of cores is no power of two (30 numbers on 3 cores: 20 ms instead of 15 ms); expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  try await sum(numbers[...], on: machine, cores: machine.cores)
}

/// Divide and conquer: half of the numbers for half of the cores, at the same time as the other half.
private func sum(_ numbers: ArraySlice<Int>, on machine: ModelMachine, cores: Int) async throws -> Int {
  if numbers.isEmpty { return 0 }
  if cores == 1 { return try await machine.sum(numbers) }
  let middle = numbers.startIndex + numbers.count / 2
  async let left = sum(numbers[..<middle], on: machine, cores: cores / 2)
  async let right = sum(numbers[middle...], on: machine, cores: cores - cores / 2)
  return try await left + right
}
