import EventLoop
import LessonKit

extension ShareTheThreadGrading {
  static let mistakes = [
    neverGivesWay, givesWayOnce, movesItToATask, queuesThemAll, givesWayTooSeldom, noticesTooLate,
    sleepsBetween,
    leavesDaysOut, neverComputes, computesTwice, notTheSum, inventsAnError, ignoresTheCancellation,
    returnsAPart,
    endsTooLate, throwsAnotherError, leavesTheLoop,
  ]

  private struct Cancelled: Error {}

  private static let neverGivesWay = Mistake<Function>(
    "never-gives-way",
    says: """
      You compute all days without giving the thread back, so every visitor waits for the whole report. `async` in the head doesn't \
      change that, nor does an `await` before something that never suspends. Between two days, `await Task.yield()` lets the others in.
      """,
    hint: """
      The picture shows one long bar for the report. In which line of your code, within the loop, could a visitor have the thread? If you \
      measure the time, is it the time of `sales.loop.clock`?
      """
  ) { sales in
    (0..<sales.days).map(sales.total(of:)).reduce(0, +)
  }

  private static let givesWayOnce = Mistake<Function>(
    "gives-way-once",
    says: """
      You give way before the report begins, and then keep the thread to its end. Only those who are there already are let in; who comes \
      later waits for the whole report. Give way again and again, between the days.
      """,
    hint: "The second visitor comes at 17 ms. Where is your code then, and when does it give way next?"
  ) { sales in
    await Task.yield()
    return (0..<sales.days).map(sales.total(of:)).reduce(0, +)
  }

  private static let movesItToATask = Mistake<Function>(
    "moves-it-to-a-task",
    says: """
      You compute in another task and await that one. It runs on the same thread, and once it has the thread it keeps it as long as yours \
      would have. A task is no thread: it has to give way by itself, with `await Task.yield()` between the days.
      """,
    hint:
      "There is one thread here, and your new task is on it. Which line of that task gives the thread back?"
  ) { sales in
    async let sum = (0..<sales.days).map(sales.total(of:)).reduce(0, +)
    return await sum
  }

  private static let queuesThemAll = Mistake<Function>(
    "queues-them-all",
    says: """
      You split the report into several tasks. All of them are ready at once and stand in the loop's queue one behind the other, and a \
      visitor who comes later stands behind them all. Begin the next part only when the last one is done, or let one task give way \
      between the days.
      """,
    hint:
      "The loop takes tasks in the order in which they became ready. How many of yours became ready before visitor 2 came?"
  ) { sales in
    await withTaskGroup(of: Int.self) { group in
      for day in 0..<sales.days { group.addTask { sales.total(of: day) } }
      return await group.reduce(0, +)
    }
  }

  private static let givesWayTooSeldom = Mistake<Function>(
    "gives-way-too-seldom",
    says: """
      You give way, but not often enough: between two times more than 10 ms pass. A day takes up to 4 ms, so you can be sure of 10 ms after \
      two days, not after more.
      """,
    hint: "How many days do you compute before you give way? How long is that if each takes 4 ms?"
  ) { sales in
    var sum = 0
    for day in 0..<sales.days {
      sum += sales.total(of: day)
      if day % 8 == 7 { await Task.yield() }
      try Task.checkCancellation()
    }
    return sum
  }

  private static let noticesTooLate = Mistake<Function>(
    "notices-too-late",
    says: """
      You give way a day too late: the last one has taken you beyond the 10 ms. That happens if you wait until they have passed, and if you count \
      days as though all were short. Give way while the next day, of up to 4 ms, still fits in: after 6 ms at the latest.
      """,
    hint: "9 ms have passed, and you compute one more day. How many can it be then?"
  ) { sales in
    var sum = 0
    var begin = sales.loop.clock.now
    for day in 0..<sales.days {
      sum += sales.total(of: day)
      guard begin.duration(to: sales.loop.clock.now) >= .milliseconds(10) else { continue }
      await Task.yield()
      try Task.checkCancellation()
      begin = sales.loop.clock.now
    }
    return sum
  }

  private static let sleepsBetween = Mistake<Function>(
    "sleeps-between",
    says: """
      You sleep between the days. That lets the visitors in, but where none is there the thread is idle, and the report is done later than it \
      could be. `Task.yield` gives the thread to those who are ready, and returns at once if there are none.
      """,
    hint: "What does the thread do during your sleep while no visitor is there?"
  ) { sales in
    var sum = 0
    for day in 0..<sales.days {
      sum += sales.total(of: day)
      try await sales.loop.sleep(for: .milliseconds(1))
    }
    return sum
  }

  private static let leavesDaysOut = Mistake<Function>(
    "leaves-days-out",
    says: """
      You leave days out. That is fast, and the report is wrong. The days are `0..<sales.days`: the first is 0, and each of them counts, \
      also the last few that fill no whole part.
      """,
    hint:
      "Which is the first day that you compute, and which the last? What becomes of a remainder if you compute in parts?"
  ) { sales in
    var sum = 0
    for day in 1..<max(1, sales.days) {
      sum += sales.total(of: day)
      await Task.yield()
    }
    return sum
  }

  private static let neverComputes = Mistake<Function>(
    "never-computes",
    says: """
      You return a number without computing a single day. What was sold on a day is what `sales.total(of: day)` returns; add these up.
      """,
    hint: "Search your code for `total(of:`. Which days does it compute?"
  ) { _ in 1200 }

  private static let computesTwice = Mistake<Function>(
    "computes-twice",
    says: """
      You compute a day more than once. Waits overlap, but work doesn't: each millisecond of it is taken from the visitors. Keep what \
      `total(of:)` has returned.
      """,
    hint:
      "Count the calls of `total(of:)` for day 0 on the way through your code. What is each result used for?"
  ) { sales in
    var sum = 0
    for day in 0..<sales.days where sales.total(of: day) > 0 {
      sum += sales.total(of: day)
      await Task.yield()
    }
    return sum
  }

  private static let notTheSum = Mistake<Function>(
    "not-the-sum",
    says: """
      Each day is computed, but you return something else than their sum. Is a day added twice, or does a variable begin anew \
      with each part?
      """,
    hint: "Try it with three days that sold 1, 2 and 4. What does your variable hold after each of them?"
  ) { sales in
    var last = 0
    for day in 0..<sales.days {
      last = sales.total(of: day)
      await Task.yield()
    }
    return last
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      You were not cancelled, and you threw an error. No day ever fails: throw only if your task is cancelled, as \
      `try Task.checkCancellation()` does.
      """,
    hint: "You are not cancelled. Which of your lines throws all the same, and what does it ask before?"
  ) { _ in throw CancellationError() }

  private static let ignoresTheCancellation = Mistake<Function>(
    "ignores-the-cancellation",
    says: """
      You were cancelled, and you went on to the end. `Task.yield()` doesn't throw, and nothing stops a task by force: it has to look. \
      `try Task.checkCancellation()` throws if the result is no longer needed. Child tasks are told, a `Task` of your own is not.
      """,
    hint: "Cancelling a task only sets a flag. Which line of your code looks at it?"
  ) { sales in
    var sum = 0
    for day in 0..<sales.days {
      sum += sales.total(of: day)
      await Task.yield()
    }
    return sum
  }

  private static let returnsAPart = Mistake<Function>(
    "returns-a-part",
    says: """
      You were cancelled, and you return what you had by then as if it were the whole. Your caller can't tell one from the other: throw a \
      `CancellationError` instead, as `try Task.checkCancellation()` does.
      """,
    hint: "Your caller gets a number. How can it know whether that is the whole year or half of it?"
  ) { sales in
    var sum = 0
    for day in 0..<sales.days where !Task.isCancelled {
      sum += sales.total(of: day)
      await Task.yield()
    }
    return sum
  }

  private static let endsTooLate = Mistake<Function>(
    "ends-too-late",
    says: """
      You throw, but not soon: most of the report was computed for no one. Look for the cancellation where you give way, not only at \
      the end.
      """,
    hint: "How many days do you compute between two looks at the cancellation?"
  ) { sales in
    var sum = 0
    for day in 0..<sales.days {
      sum += sales.total(of: day)
      await Task.yield()
    }
    try Task.checkCancellation()
    return sum
  }

  private static let throwsAnotherError = Mistake<Function>(
    "throws-another-error",
    says: """
      You were cancelled, and you throw another error than `CancellationError`. Callers look for that one to tell the end that they asked for from a \
      failure.
      """,
    hint: "Your caller writes `catch is CancellationError`. Does that catch what you throw?"
  ) { sales in
    do { return try await solution(sales) } catch { throw Cancelled() }
  }

  private static let leavesTheLoop = Mistake<Function>(
    GeneralMistake.leavesTheLoop.rawValue,
    says: """
      You leave the event loop. `Task { }` and `Task.detached` begin tasks on Swift's own pool, and `Task.sleep` waits by a clock that the loop \
      doesn't know. The visitors have their thread then, but the sales may be used by two threads at the same instant, or no thread \
      works on them for a while. Stay on the loop, and give way with `await Task.yield()`.
      """,
    hint:
      "Which of your lines begins a task elsewhere, or sleeps? What is left of your code without it, and where can others have their turn?"
  ) { sales in
    await Task.detached { (0..<sales.days).map(sales.total(of:)).reduce(0, +) }.value
  }
}
