import LessonKit

enum ChunksSolution {
  /// As many chunks as cores, none longer than it has to be, and a sum for each that only its own child task knows.
  static func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
    // Rounded up: rounded down, what remains would be left for one core to do when the others are done.
    let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for start in stride(from: 0, to: numbers.count, by: size) {
        group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
      }
      return try await group.reduce(0, +)
    }
  }
}
