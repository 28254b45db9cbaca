// meant: it halves the numbers at each step even where the cores can't be halved evenly, so that some cores get more than others, seen where the number of cores is no power of two, such as 12 numbers on 3 cores (6, 3 and 3); expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  if numbers.isEmpty { return 0 }
  return try await halve(numbers[...], over: machine.cores, of: machine)
}

private func halve(_ numbers: ArraySlice<Int>, over cores: Int, of machine: ModelMachine) async throws
  -> Int
{
  if cores == 1 || numbers.count == 1 { return try await machine.sum(numbers) }
  let middle = numbers.startIndex + numbers.count / 2
  async let left = halve(numbers[..<middle], over: cores / 2, of: machine)
  async let right = halve(numbers[middle...], over: cores - cores / 2, of: machine)
  return try await left + right
}
