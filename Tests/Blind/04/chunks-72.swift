// meant: Halves the numbers until a half is short enough, which makes as many chunks as a power of two and so more than there are cores, seen with 3 cores or 6, as with 30 numbers on 3 cores; expected verdict: wrong

import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let enough = (numbers.count + machine.cores - 1) / machine.cores

  @Sendable func sum(_ slice: ArraySlice<Int>) async throws -> Int {
    if slice.isEmpty { return 0 }
    if slice.count <= enough { return try await machine.sum(slice) }
    let middle = slice.startIndex + slice.count / 2
    async let left = sum(slice[..<middle])
    async let right = sum(slice[middle...])
    return try await left + right
  }

  return try await sum(numbers[...])
}
