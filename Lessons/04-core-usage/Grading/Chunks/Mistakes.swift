import LessonKit

extension ChunksGrading {
  static let mistakes = [
    taskAnElement, sharedAccumulator, lastOneAlone, serialInDisguise, neverAsks, oneCore, forgetsTheRest,
    countsTwice,
    ignoresTheCores, leavesCoresIdle, tooManyChunks, chunksTooSmall, roundsDown,
    standsInLine,
    machineAddsTheSums, someBeginTwice, someBeginLate, longerByOne, addsTheRestToTheTotal,
    handsOverAgain, addsTheSumsTwice, dropsTheAnswers, leavesSumsOut, beginsEmpty,
  ]

  /// Adds up all numbers in chunks of a size, all at the same time.
  private static func inChunks(of size: Int, _ numbers: [Int], _ machine: ModelMachine) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for start in stride(from: 0, to: numbers.count, by: max(1, size)) {
        group.addTask { try await machine.sum(numbers[start..<min(start + max(1, size), numbers.count)]) }
      }
      return try await group.reduce(0, +)
    }
  }

  private static let neverAsks = Mistake<Function>(
    "never-asks-the-machine",
    says: """
      You add up the numbers yourself, in your own task. The cores are the machine's: only what you hand to `machine.sum` is computed on \
      them.
      """,
    hint: "Search your code for `machine.sum`. What does each core get from it?"
  ) { numbers, _ in numbers.reduce(0, +) }

  private static let oneCore = Mistake<Function>(
    "one-core-does-it-all",
    says:
      "You hand all numbers to one core, and the others have nothing to do. Cut them into a chunk for each core.",
    hint: "There are four cores. How many calls of `machine.sum` do you make?"
  ) { numbers, machine in try await machine.sum(numbers[...]) }

  private static let forgetsTheRest = Mistake<Function>(
    "forgets-the-rest",
    says: """
      Some numbers were never added up. A division that rounds down leaves a rest, which belongs to a chunk as well: round up, and let the \
      last chunk be shorter.
      """,
    hint: "10 numbers on 4 cores: how long is each of your chunks, and what do they add up to?"
  ) { numbers, machine in
    let size = numbers.count / machine.cores
    return try await inChunks(of: size, Array(numbers.prefix(size * machine.cores)), machine)
  }

  private static let countsTwice = Mistake<Function>(
    "counts-numbers-twice",
    says: """
      Your chunks overlap: some numbers are in two of them. The end of one chunk is the beginning of the next, and belongs to only one of \
      the two: `start..<end`, not `start...end`.
      """,
    hint: "Write down the ends of your first chunk and of your second. Which number is in both?"
  ) { numbers, machine in
    let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for start in stride(from: 0, to: numbers.count, by: size) {
        group.addTask { try await machine.sum(numbers[start...min(start + size, numbers.count - 1)]) }
      }
      return try await group.reduce(0, +)
    }
  }

  private static let ignoresTheCores = Mistake<Function>(
    "ignores-the-cores",
    says: """
      Your chunks are the same on any machine. Where there are fewer cores you begin too many of them, and where there are more, some have \
      none. Ask the machine how many `cores` it has.
      """,
    hint: "What does your code do on a machine with 3 cores, and with 64?"
  ) { numbers, machine in try await inChunks(of: 16, numbers, machine) }

  private static let leavesCoresIdle = Mistake<Function>(
    "leaves-cores-idle",
    says: """
      You make fewer chunks than there are cores, so some do nothing. No core has to stay free for the system: it takes its turn like any \
      other program.
      """,
    hint: "Count your chunks for 4 cores. Do you take one off anywhere?"
  ) { numbers, machine in
    let chunks = machine.cores > 2 ? machine.cores / 2 + 1 : machine.cores
    return try await inChunks(of: (numbers.count + chunks - 1) / chunks, numbers, machine)
  }

  private static let tooManyChunks = Mistake<Function>(
    "too-many-chunks",
    says: """
      You make several chunks for each core. That evens out pieces that take unequally long, but these are alike, and each beginning costs as \
      much as five numbers: one chunk for each core.
      """,
    hint: "Beginning costs as much as five numbers. What do all of your beginnings cost together?"
  ) { numbers, machine in
    try await inChunks(of: (numbers.count + 4 * machine.cores - 1) / (4 * machine.cores), numbers, machine)
  }

  private static let chunksTooSmall = Mistake<Function>(
    "chunks-too-small",
    says: """
      Your chunks are so small that beginning them takes as long as adding them up, or longer. Smaller pieces only help while there are cores \
      for them: cut the numbers into a chunk for each core, and not further.
      """,
    hint:
      "A chunk has two numbers, and beginning it costs as much as five. How long does it take, and what would one core need for the two alone?"
  ) { numbers, machine in try await inChunks(of: 2, numbers, machine) }

  private static let roundsDown = Mistake<Function>(
    "rounds-the-length-down",
    says: """
      You round the length of a chunk down, and what is left over becomes more chunks than there are cores. They wait until a core is done \
      with its own, and then that core has to begin once more. Round up: one chunk for each core, the last one shorter.
      """,
    hint: "47 numbers on 16 cores: how long is each of your chunks, and how many do you need for all numbers?"
  ) { numbers, machine in try await inChunks(of: numbers.count / machine.cores, numbers, machine) }

  private static let standsInLine = Mistake<Function>(
    "stands-in-line-for-the-total",
    says: """
      Your chunks are right, and then each task adds its sum to the total that all share. Only one at a time may add, so all cores but one \
      stand in line again. Let each task return its sum, and add these up yourself: that takes the machine no time.
      """,
    hint:
      "When all cores are done at the same moment, and each adds to the shared total: when is the last of 16 done?"
  ) { numbers, machine in
    let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in stride(from: 0, to: numbers.count, by: size) {
        group.addTask {
          try await machine.add(try await machine.sum(numbers[start..<min(start + size, numbers.count)]))
        }
      }
      try await group.waitForAll()
    }
    return machine.total
  }

  private static let taskAnElement = Mistake<Function>(
    "a-task-an-element",
    says: """
      You start a task for every single number. Beginning takes longer than adding, so the cores spend their time beginning. Give \
      each of them one chunk of many numbers.
      """,
    hint: "100 numbers, and beginning costs as much as five. How much is beginning, and how much adding?"
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
      """,
    hint: "How often does each task touch the shared total? How few times would do?"
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
      Your chunks differ in length, and the longest one runs on alone when all other cores are done. What a division leaves over belongs to all \
      chunks, one number each: round the length up. Halves of halves are equally long only where the number of cores is a power of two.
      """,
    hint: "10 numbers on 4 cores: how long is your longest chunk, and how long need it be?"
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
      """,
    hint: "At the moment of your first `await`, how many chunks have begun?"
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

  private static let machineAddsTheSums = Mistake<Function>(
    "machine-adds-the-sums",
    says: """
      Your chunks are right, and then you hand their sums to the machine as one more chunk. All cores have to be done before that can begin, and a single one \
      adds the sums up. What you do with the machine's answers takes no time: add them up yourself.
      """,
    hint: "Sixteen sums are there. How long does the machine take to add them up, and how long do you?"
  ) { numbers, machine in
    guard !numbers.isEmpty else { return 0 }
    let length = (numbers.count + machine.cores - 1) / machine.cores
    let sums = try await withThrowingTaskGroup(of: Int.self) { group in
      for start in stride(from: 0, to: numbers.count, by: length) {
        group.addTask { try await machine.sum(numbers[start..<min(start + length, numbers.count)]) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    return try await machine.sum(sums[...])
  }

  private static let someBeginTwice = Mistake<Function>(
    "some-cores-begin-twice",
    says: """
      You make more chunks than there are cores, but not one more for each. The cores that take a second chunk begin once more, and meanwhile \
      the others are done and idle. The function that adds up the sums needs no chunk of its own: make as many as there are cores.
      """,
    hint: "5 chunks on 4 cores: when does the fifth begin, and what do the other cores do meanwhile?"
  ) { numbers, machine in
    try await inChunks(of: (numbers.count + machine.cores) / (machine.cores + 1), numbers, machine)
  }

  private static let someBeginLate = Mistake<Function>(
    "some-begin-late",
    says: """
      Some of your chunks only begin when others are done, although there were free cores for them before: your code waits for a sum, and then hands \
      over the rest. Hand over all chunks first, and wait for the sums after that.
      """,
    hint: "Where is your first `await` that waits for a sum? Which chunks have not begun by then?"
  ) { numbers, machine in
    let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
    let first = numbers.isEmpty ? 0 : try await machine.sum(numbers[..<min(size, numbers.count)])
    return first + (try await inChunks(of: size, Array(numbers.dropFirst(size)), machine))
  }

  private static let longerByOne = Mistake<Function>(
    "longer-by-one",
    says: """
      Where the numbers can be divided by the cores without a rest, your chunks have one number more than they need, and the last one is shorter. \
      Adding 1 rounds up only where there is a rest: `(numbers.count + machine.cores - 1) / machine.cores` does it everywhere.
      """,
    hint: "8 numbers on 4 cores: how long is each of your chunks, and how long need it be?"
  ) { numbers, machine in try await inChunks(of: numbers.count / machine.cores + 1, numbers, machine) }

  private static let addsTheRestToTheTotal = Mistake<Function>(
    "adds-the-rest-to-the-total",
    says: """
      Your chunks leave a rest, which you add to the shared total. There each number takes a beginning of its own, and only one core at a time may add. \
      Let the rest belong to the chunks, at most one number more for each.
      """,
    hint:
      "15 numbers are left over on 16 cores. How long do they take one at a time, and how long in the chunks?"
  ) { numbers, machine in
    let size = numbers.count / machine.cores
    let even = Array(numbers.prefix(size * machine.cores))
    async let sum = inChunks(of: size, even, machine)
    for number in numbers.dropFirst(even.count) { try await machine.add(number) }
    return try await sum + machine.total
  }

  private static let handsOverAgain = Mistake<Function>(
    "hands-numbers-over-again",
    says: """
      You hand numbers to the machine that it has added up already, far more than one at the ends of chunks. Does each chunk begin where the one \
      before has ended, and is each handed over once?
      """,
    hint: "Write down where your first three chunks begin and end. Which numbers are in more than one?"
  ) { numbers, machine in
    try await solution(numbers, machine) + solution(numbers, machine)
  }

  private static let addsTheSumsTwice = Mistake<Function>(
    "adds-the-sums-twice",
    says: """
      Each sum counts twice in your answer: you add it to the total that all cores share, and you add up what the tasks return, too. Choose one of \
      the two. What the tasks return is enough, and costs no time.
      """,
    hint: "A task has the sum 8. By which two ways does it get into what you return?"
  ) { numbers, machine in
    let sum = try await solution(numbers, machine)
    try await machine.add(sum)
    return sum + machine.total
  }

  private static let dropsTheAnswers = Mistake<Function>(
    "drops-the-answers",
    says: """
      The machine adds up all the numbers, and what it answers is lost: you return 0. `machine.sum` returns the sum of its chunk to the task that calls \
      it, and writes it nowhere, not to `machine.total` either. Collect what your tasks return, and add it up.
      """,
    hint:
      "`machine.sum` has returned. Which of your variables holds the sum then, and who adds it to your answer?"
  ) { numbers, machine in
    _ = try await solution(numbers, machine)
    return machine.total
  }

  private static let leavesSumsOut = Mistake<Function>(
    "leaves-sums-out",
    says: """
      The machine adds up all the numbers, and not all of its sums are in what you return. Each chunk has a sum of its own: add up \
      all of them. `group.next()` hands you one, `group.reduce(0, +)` all.
      """,
    hint:
      "There are four chunks. How many sums does your code take, and what becomes of the first and of the last?"
  ) { numbers, machine in
    let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for start in stride(from: 0, to: numbers.count, by: size) {
        group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
      }
      return try await group.next() ?? 0
    }
  }

  private static let beginsEmpty = Mistake<Function>(
    "begins-empty-chunks",
    says: """
      You hand over chunks without any numbers. Beginning takes its 5 ms with these, too, so even no numbers at all take time. Where a core has nothing to add \
      up, leave it alone.
      """,
    hint: "There are no numbers. How often do you call `machine.sum`, and what does that cost?"
  ) { numbers, machine in
    let cores = machine.cores
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for core in 0..<cores {
        let chunk = numbers[core * numbers.count / cores..<(core + 1) * numbers.count / cores]
        group.addTask { try await machine.sum(chunk) }
      }
      return try await group.reduce(0, +)
    }
  }
}
