import LessonKit
import Platform

extension TallyGrading {
  static let mistakes = [
    losesUpdates, oneAfterAnother, oneTaskForAll, waitsForEach, tasksInLine, addsTheSumAgain, severalAtOnce,
    writesAtTheEnd, waitsInOrder,
    setsInsteadOfAdding, writesInAnyOrder,
    countsParts, neverWrites,
    neverSearches, leavesPartsOut, searchesTwice, doesNotWait, inventsAnError,
    searchesByItself, someAtATime,
  ]

  private static let losesUpdates = Mistake<Function>(
    "loses-updates",
    says: """
      Several tasks read `board.count`, add what they have found, and write it back, all at the same time. Who writes last wins, and what the \
      others have added is lost. Swift doesn't refuse it, since each read and each write is safe by itself. Let one task do all the adding, \
      or let no other task in between the read and the write.
      """,
    hint: """
      `board.count += 8` reads, adds and writes. Two tasks have both read 0, and add 8 and 7: what does the first of them write, what \
      the second?
      """
  ) { parts, board in
    await withTaskGroup(of: Void.self) { group in
      for part in parts { group.addTask { board.count += board.primes(in: part) } }
    }
  }

  private static let oneAfterAnother = Mistake<Function>(
    "one-after-another",
    says: """
      No prime is lost, but one task searches all the parts, one after another, and the other cores are idle. Give each part to a child task of \
      its own: that searches and returns what it has found.
      """,
    hint: "How many tasks are searching here, and how many cores can one task use?"
  ) { parts, board in
    for part in parts { board.count += board.primes(in: part) }
  }

  private static let oneTaskForAll = Mistake<Function>(
    "one-task-for-all",
    says: """
      You begin a task for the search, and a single one searches all the parts. One task runs on one core at a time, wherever it was begun: \
      the others are idle. Give each part to a task of its own.
      """,
    hint:
      "Which stands inside the other: `addTask` inside your loop over the parts, or your loop inside the task?"
  ) { parts, board in
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for part in parts { board.count += board.primes(in: part) } }
    }
  }

  private static let waitsForEach = Mistake<Function>(
    "waits-for-each",
    says: """
      You begin tasks to search in, but each only when the search before it is done, since you wait for that first. So one core searches at a \
      time, as in a loop without tasks. Begin all of them first, and wait after that.
      """,
    hint:
      "Which of your lines waits for a result, and does your loop over the parts pass it once or each time?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for part in parts {
        group.addTask { board.primes(in: part) }
        board.count += await group.next()!
      }
    }
  }

  private static let tasksInLine = Mistake<Function>(
    "tasks-in-line",
    says: """
      All your tasks are there, and yet only one of them searches at a time: the others wait in line for it. The search stands in what lets \
      in only one, such as a lock or an actor's method. Only the adding belongs in there.
      """,
    hint:
      "The search takes long and shares nothing, the adding takes no time and shares the board. Which of the two needs protection?"
  ) { parts, board in
    let lock = Guarded(())
    await withTaskGroup(of: Void.self) { group in
      for part in parts {
        group.addTask { lock.withLock { _ in board.count += board.primes(in: part) } }
      }
    }
  }

  private static let writesAtTheEnd = Mistake<Function>(
    "writes-at-the-end",
    says: """
      The count is right in the end, but until then the board shows 0. Others want to see how far the search has come: add what a part has \
      found as soon as it is done. `for await found in group` hands it to you at that moment.
      """,
    hint: "The last part takes longest. What does the board show while only that one is being searched?"
  ) { parts, board in
    board.count = await withTaskGroup(of: Int.self) { group in
      for part in parts { group.addTask { board.primes(in: part) } }
      return await group.reduce(0, +)
    }
  }

  private static let waitsInOrder = Mistake<Function>(
    "waits-in-order",
    says: """
      All parts are searched at the same time, and you wait for them in an order that you have chosen. Where a part takes long, those that \
      were done before it are not on the board until it is done, too. Write each as soon as it is done, whichever it is: \
      `for await found in group` hands you the results in that order.
      """,
    hint: "The first part takes longest, and all others are done. Which result does your code wait for now?"
  ) { parts, board in
    await withTaskGroup(of: (place: Int, found: Int).self) { group in
      for (place, part) in parts.enumerated() { group.addTask { (place, board.primes(in: part)) } }
      var waiting: [Int: Int] = [:]
      var next = 0
      for await result in group {
        waiting[result.place] = result.found
        while let found = waiting[next] {
          board.count += found
          next += 1
        }
      }
    }
  }

  private static let setsInsteadOfAdding = Mistake<Function>(
    "sets-instead-of-adding",
    says: """
      You write what one part has found over what stood there before, so only the last one is left. Add it: `+=` instead of `=`. And let only \
      one task at a time do that.
      """,
    hint: "The board shows 8, and your next part has found 7. What does it show after your line?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for part in parts { group.addTask { board.primes(in: part) } }
      for await found in group { board.count = found }
    }
  }

  private static let writesInAnyOrder = Mistake<Function>(
    "writes-in-any-order",
    says: """
      You add up in a variable of your own, and several tasks write it to the board. Between the adding and the writing others come in: \
      the one with the older, smaller number may write last. Adding and writing belong together, in one task or under one lock.
      """,
    hint:
      "One task has added and now has 8, the next one has added and has 15. Which of them writes to the board first?"
  ) { parts, board in
    let total = Guarded(0)
    await withTaskGroup(of: Void.self) { group in
      for part in parts {
        group.addTask {
          let found = board.primes(in: part)
          let sum = total.withLock { sum in
            sum += found
            return sum
          }
          board.count = sum
        }
      }
    }
  }

  private static let countsParts = Mistake<Function>(
    "counts-parts",
    says: """
      You add 1 for each part that is done. To be counted are the primes in it: add what `primes(in:)` has returned.
      """,
    hint: "A part has 4 primes. By how much does your counter go up when that part is done?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for part in parts { group.addTask { board.primes(in: part) } }
      for await _ in group { board.count += 1 }
    }
  }

  private static let neverWrites = Mistake<Function>(
    "never-writes",
    says: """
      All parts are searched, and what they have found is on no board. A variable of your own counts for you alone: write it to \
      `board.count`.
      """,
    hint: "`var count = board.count` makes a copy. Who sees what you add to the copy?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for part in parts { group.addTask { board.primes(in: part) } }
    }
  }

  private static let neverSearches = Mistake<Function>(
    "never-searches",
    says: """
      You search no part. What is on the board has to come from `board.primes(in: part)`, called for each of the `parts` that you are given.
      """,
    hint: "Where does the number that you write come from? Would it be another one for other parts?"
  ) { _, board in board.count = 15 }

  private static let leavesPartsOut = Mistake<Function>(
    "leaves-parts-out",
    says: """
      You search some of the parts and leave others out. There can be any number of them, also only one, or more than there are cores; \
      every one counts, to its last number.
      """,
    hint: "There are seven parts, then one, then none. Which of them does your loop hand to a task each time?"
  ) { parts, board in
    try await solution(Array(parts.dropLast()), board)
  }

  private static let searchesTwice = Mistake<Function>(
    "searches-twice",
    says: """
      You search the same numbers more than once, and a core computes for nothing. Keep what `primes(in:)` has returned in a constant. Parts don't \
      overlap: each is for one task.
      """,
    hint: "Count your calls of `primes(in:)` for one part. Which of them could use what another has returned?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for part in parts { group.addTask { board.primes(in: part) > 0 ? board.primes(in: part) : 0 } }
      for await found in group { board.count += found }
    }
  }

  private static let doesNotWait = Mistake<Function>(
    "does-not-wait",
    says: """
      You return while tasks of yours are still at work: `Task { }` begins one that is never awaited, and a look at the board then shows too little. A \
      task group waits for all its children by itself; for other tasks, await the `value` of each.
      """,
    hint: "Which line of your code waits until the last task is done?"
  ) { parts, board in
    for part in parts {
      Task {
        let found = board.primes(in: part)
        adding.withLock { _ in board.count += found }
      }
    }
  }

  /// Lets in one that adds.
  private static let adding = Guarded(())

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      You throw an error, although no search has failed: none ever does. Also without any parts there is an answer, a count of 0.
      """,
    hint: "Which of your lines throws? Try it in your head with one part, and with none."
  ) { parts, board in
    guard parts.count > 2 else { throw CancellationError() }
    try await solution(parts, board)
  }

  private static let addsTheSumAgain = Mistake<Function>(
    "adds-the-sum-again",
    says: """
      You add up in a variable of your own, and each time you add this whole sum to the board: what an earlier part has found is counted again with every \
      later one. Add only what the new part has found, or write the sum with `=`.
      """,
    hint:
      "The parts have 8 and 7. Your sum is 8, then 15. What is on the board after you have added both of these?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for part in parts { group.addTask { board.primes(in: part) } }
      var sum = 0
      for await found in group {
        sum += found
        board.count += sum
      }
    }
  }

  private static let severalAtOnce = Mistake<Function>(
    "several-parts-at-once",
    says: """
      A task of yours searches several parts, and adds what they have found only when it is done with the last of them. Others want to see how far the search \
      has come: add what a part has found before you go on to the next one.
      """,
    hint: "Your task is done with its first part. On which line does the board learn about that?"
  ) { parts, board in
    let half = parts.count / 2
    await withTaskGroup(of: Int.self) { group in
      for some in [parts[..<half], parts[half...]] {
        group.addTask { some.reduce(0) { $0 + board.primes(in: $1) } }
      }
      for await found in group { board.count += found }
    }
  }

  private static let searchesByItself = Mistake<Function>(
    "searches-by-itself-afterwards",
    says: """
      You search some parts in a task that you begin, and others in the task that calls you, and the two never at the same time: one waits for \
      the other. So one core is busy. Begin a task for each part, all of them before you wait for the first.
      """,
    hint:
      "On which line do you wait for the task that you begin, and which parts are searched only after that line?"
  ) { parts, board in
    guard let first = parts.first else { return }
    board.count += await Task { board.primes(in: first) }.value
    for part in parts.dropFirst() { board.count += board.primes(in: part) }
  }

  private static let someAtATime = Mistake<Function>(
    "some-at-a-time",
    says: """
      You search only a few parts at the same time. The others wait until one of these is done, although there are cores for them. Give each part a task \
      of its own, and begin all of them before you wait for the first: the system shares out the cores.
      """,
    hint: "There are seven parts and four cores. How many parts does your code let in at the same time?"
  ) { parts, board in
    await withTaskGroup(of: Int.self) { group in
      for (place, part) in parts.enumerated() {
        if place >= 2, let found = await group.next() { board.count += found }
        group.addTask { board.primes(in: part) }
      }
      for await found in group { board.count += found }
    }
  }
}
