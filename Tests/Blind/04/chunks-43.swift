// meant: halves the cores by recursion and gives each half as many numbers as its cores take of the rounded-up size, with async let for the two sides; expected verdict: right

import LessonKit

private func sum(
  _ numbers: ArraySlice<Int>, atMost size: Int, on cores: Int, of machine: ModelMachine
) async throws -> Int {
  if numbers.isEmpty { return 0 }
  if cores == 1 || numbers.count <= size { return try await machine.sum(numbers) }

  let half = cores / 2
  async let left = sum(numbers.prefix(half * size), atMost: size, on: half, of: machine)
  async let right = sum(numbers.dropFirst(half * size), atMost: size, on: cores - half, of: machine)
  return try await left + right
}

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let (quotient, remainder) = numbers.count.quotientAndRemainder(dividingBy: machine.cores)
  return try await sum(
    numbers[...], atMost: remainder == 0 ? quotient : quotient + 1, on: machine.cores, of: machine)
}
