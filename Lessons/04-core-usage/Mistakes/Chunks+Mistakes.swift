extension Mistakes {
  enum Chunks {
    /// A child task for every single number: most of the time goes into beginning.
    static func taskAnElement(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
      try await withThrowingTaskGroup(of: Int.self) { group in
        for index in numbers.indices {
          group.addTask { try await machine.sum(numbers[index...index]) }
        }
        return try await group.reduce(0, +)
      }
    }

    /// As many tasks as cores, and all of them add to the one total, number by number.
    static func sharedAccumulator(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for core in 0..<machine.cores {
          group.addTask {
            for index in stride(from: core, to: numbers.count, by: machine.cores) {
              try await machine.add(numbers[index])
            }
          }
        }
        try await group.waitForAll()
      }
      return machine.total
    }

    /// The division rounds down, and the last chunk takes what remains.
    static func lastOneAlone(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
      let size = numbers.count / machine.cores
      return try await withThrowingTaskGroup(of: Int.self) { group in
        for core in 0..<machine.cores {
          let end = core == machine.cores - 1 ? numbers.count : (core + 1) * size
          group.addTask { try await machine.sum(numbers[core * size..<end]) }
        }
        return try await group.reduce(0, +)
      }
    }

    /// Chunks and a group, but each child is waited for before the next begins.
    static func serialInDisguise(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
      let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
      return try await withThrowingTaskGroup(of: Int.self) { group in
        var sum = 0
        for start in stride(from: 0, to: numbers.count, by: size) {
          group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
          sum += try await group.next() ?? 0
        }
        return sum
      }
    }
  }
}
