import LessonKit

extension ChunksGrading {
  static let mistakes = [taskAnElement, sharedAccumulator, lastOneAlone, serialInDisguise]

  private static let taskAnElement = Mistake<Function>(
    "a-task-an-element",
    says: """
      You start a task for every single number. Beginning takes longer than adding, so the cores spend their time beginning. Give \
      each of them one chunk of many numbers.
      """
  ) { numbers, machine in
    try await withThrowingTaskGroup(of: Int.self) { group in
      for index in numbers.indices {
        group.addTask { try await machine.sum(numbers[index...index]) }
      }
      return try await group.reduce(0, +)
    }
  }

  private static let sharedAccumulator = Mistake<Function>(
    "one-shared-accumulator",
    says: """
      Your tasks add to one total that all of them share. Only one at a time may add, and the others stand in line, as they would \
      for a lock. Let each task keep a sum of its own, and add up these few sums at the end.
      """
  ) { numbers, machine in
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

  private static let lastOneAlone = Mistake<Function>(
    "last-one-alone",
    says: """
      Your chunks differ in length, and the longest one runs on alone when all other cores are done. A division that rounds down \
      leaves a rest. Round up instead.
      """
  ) { numbers, machine in
    let size = numbers.count / machine.cores
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for core in 0..<machine.cores {
        let end = core == machine.cores - 1 ? numbers.count : (core + 1) * size
        group.addTask { try await machine.sum(numbers[core * size..<end]) }
      }
      return try await group.reduce(0, +)
    }
  }

  private static let serialInDisguise = Mistake<Function>(
    "serial-in-disguise",
    says: """
      You have chunks and tasks, but you await each before you start the next: one core computes while the others are idle. Start \
      all of them first.
      """
  ) { numbers, machine in
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
