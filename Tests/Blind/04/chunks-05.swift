// meant: divides and conquers: halves the numbers until a chunk has two or fewer, so that beginning costs more than adding; expected verdict: wrong
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  @Sendable func conquer(_ chunk: ArraySlice<Int>) async throws -> Int {
    if chunk.isEmpty { return 0 }
    if chunk.count <= 2 { return try await machine.sum(chunk) }
    let middle = chunk.startIndex + chunk.count / 2
    async let left = conquer(chunk[..<middle])
    async let right = conquer(chunk[middle...])
    return try await left + right
  }
  return try await conquer(numbers[...])
}
