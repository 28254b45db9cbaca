import EventLoop
import LessonKit
import Platform

extension DeadlineGrading {
  static let mistakes = [
    loserRunsOn, waitsForBoth, startsTooLate, timesOutAnyway, swallowsCancellation, looksAfterwards,
    shieldsTheOperation,
    guessesTheTime, noDeadline, wrongLimit, throwsAnotherError, changesTheError, losesTheError,
    makesAResponseUp,
    inventsAnError, neverRunsIt, runsItTwice,
    delaysTheOperation, heedsTheLoser,
  ]

  private static let loserRunsOn = Mistake<Function>(
    "loser-runs-on",
    says: """
      You return, but the loser of the race runs on. Nothing waits for it any longer, and it keeps a server busy that has other \
      requests to answer. Cancel it.
      """,
    hint: "When your `return` is reached, which of your two tasks has not ended yet? Who tells it?"
  ) { limit, loop, operation in
    let (firsts, announce) = AsyncThrowingStream<Response, any Error>.makeStream()
    Task(executorPreference: loop) {
      do { announce.yield(try await operation()) } catch { announce.finish(throwing: error) }
    }
    Task(executorPreference: loop) {
      try await loop.sleep(for: limit)
      announce.finish(throwing: TimedOut())
    }
    for try await first in firsts { return first }
    throw CancellationError()
  }

  private static let waitsForBoth = Mistake<Function>(
    "waits-for-both",
    says: """
      You wait for both: the operation and the deadline. A task group, like `async let`, waits for all its children before it \
      lets you go, so cancel the child that is no longer needed.
      """,
    hint: "The response is there after 60 ms. What does the sleeping child do from then until 100?"
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      race.addTask { try await timeOut(loop, after: limit) }
      return try await race.next()!
    }
  }

  private static let startsTooLate = Mistake<Function>(
    "starts-too-late",
    says: """
      Your deadline starts too late: your caller counts from the moment it calls you. Note that instant first, and sleep until \
      `limit` has passed since then: `loop.clock.now.advanced(by: limit)`.
      """,
    hint: "At which instant does your caller's patience begin, and which of your lines runs then?"
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      // A moment for operations that are quick anyway.
      try await loop.sleep(for: .milliseconds(10))
      race.addTask { try await timeOut(loop, after: limit) }
      defer { race.cancelAll() }
      return try await race.next()!
    }
  }

  private static let timesOutAnyway = Mistake<Function>(
    "times-out-anyway",
    says: """
      The response came in time, and you threw `TimedOut()` all the same. The first of the two decides: return as soon as the \
      response is there.
      """,
    hint: "The response came first. Which of your lines still looks at the sleep after that?"
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      race.addTask { try await timeOut(loop, after: limit) }
      var response: Response?
      for try await first in race { response = first }
      return response!
    }
  }

  private static let swallowsCancellation = Mistake<Function>(
    "swallows-cancellation",
    says: """
      You were cancelled yourself, and did not pass it on. Your caller expects the operation to end at once, and a \
      `CancellationError` from you. A child task is cancelled with you, but a task of your own has to be told; and a sleep that \
      is cancelled has not reached its end, which `try?` hides.
      """,
    hint: "Your caller cancels at 40 ms. Which of your lines notices, and what does it throw?"
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask {
        try? await loop.sleep(for: limit)
        throw TimedOut()
      }
      race.addTask { try await operation() }
      defer { race.cancelAll() }
      return try await race.next()!
    }
  }

  private static let looksAfterwards = Mistake<Function>(
    "looks-afterwards",
    says: """
      You look at the clock only when the operation has ended, and by then it is too late: nothing ends the wait at the deadline. Let a sleep run \
      beside the operation, and let the first of the two decide.
      """,
    hint: "It is 100 ms, and the operation goes on until 250. Which of your lines runs at 100?"
  ) { limit, loop, operation in
    let start = loop.clock.now
    let response = try await operation()
    if start.duration(to: loop.clock.now) > limit { throw TimedOut() }
    return response
  }

  private static let shieldsTheOperation = Mistake<Function>(
    "shields-the-operation",
    says: """
      The operation runs in a task of its own, and cancelling the child that waits for that task does not cancel it: you wait until it is \
      done all the same. Run the operation in the child itself, or pass the cancellation on.
      """,
    hint: "You cancel the child that waits. Whose child is the task that it waits for?"
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      let task = Task(executorPreference: loop) { try await operation() }
      race.addTask { try await task.value }
      race.addTask { try await timeOut(loop, after: limit) }
      defer { race.cancelAll() }
      return try await race.next()!
    }
  }

  private static let guessesTheTime = Mistake<Function>(
    "guesses-the-time",
    says: """
      You look again every so often whether the response is there, instead of being told: you are always a little late, and each look is work \
      for nothing. Let the operation and the sleep race, and await the first.
      """,
    hint: "The response comes 1 ms after you last looked. When do you see it?"
  ) { limit, loop, operation in
    let end = loop.clock.now.advanced(by: limit)
    let box = Guarded<Result<Response, any Error>?>(nil)
    let work = Task(executorPreference: loop) {
      let result: Result<Response, any Error>
      do { result = .success(try await operation()) } catch { result = .failure(error) }
      box.withLock { $0 = result }
    }
    defer { work.cancel() }
    while loop.clock.now < end {
      if let result = box.withLock({ $0 }) { return try result.get() }
      try await loop.sleep(for: .milliseconds(1))
    }
    throw TimedOut()
  }

  private static let noDeadline = Mistake<Function>(
    "no-deadline",
    says: """
      The operation takes as long as it likes, and you wait for it: there is no deadline. Let a sleep as long as the limit run beside it; if \
      that ends first, cancel the operation and throw `TimedOut()`.
      """,
    hint: "Suppose that the operation never ends. Which line of yours goes on without it?"
  ) { limit, loop, operation in
    try await operation()
  }

  private static let wrongLimit = Mistake<Function>(
    "wrong-limit",
    says: """
      Your deadline is not at `limit`. The caller says how long they are willing to wait, in each call anew: take the instant at which you are called, \
      and add exactly `limit`.
      """,
    hint: "Your caller says 100 ms, then 50. What does your code sleep for each time?"
  ) { limit, loop, operation in
    try await solution(limit * 0.8, loop, operation)
  }

  private static let throwsAnotherError = Mistake<Function>(
    "throws-another-error",
    says: """
      At the deadline you throw something else than `TimedOut()`, so your caller takes it for another failure, or for a cancellation. A cancelled \
      operation throws a `CancellationError`: at the deadline that is not the news.
      """,
    hint: """
      Two things can end with an error at the deadline: the sleep, and what you cancelled. Whose error \
      do you throw?
      """
  ) { limit, loop, operation in
    do { return try await solution(limit, loop, operation) } catch is TimedOut { throw CancellationError() }
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      The operation failed in time, and you threw another error instead of its own. Your caller can no longer tell a failure from a deadline. \
      Throw the operation's error as it is, at once.
      """,
    hint: """
      The service fails after 30 ms. Follow its error through your code: where does another one take \
      its place?
      """
  ) { limit, loop, operation in
    do { return try await solution(limit, loop, operation) } catch is CancellationError {
      throw CancellationError()
    } catch { throw TimedOut() }
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      The operation failed, and you returned a response as if nothing had happened. Your caller believes it. Let the error through.
      """,
    hint: "Is there a `try?`, or a `catch` that returns? Which error disappears there?"
  ) { limit, loop, operation in
    try await solution(limit, loop) {
      do { return try await operation() } catch is Probe.Unavailable {
        return Response(greeting: "", courses: [])
      }
    }
  }

  private static let makesAResponseUp = Mistake<Function>(
    "makes-a-response-up",
    says: """
      You return a response that the operation did not give you. Return its own response, unchanged; where there is none by the deadline, throw \
      `TimedOut()`.
      """,
    hint: "Where does the response that you return come from, if the operation has not returned any?"
  ) { limit, loop, operation in
    do { return try await solution(limit, loop, operation) } catch is TimedOut {
      return Response(greeting: "", courses: [])
    }
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      The response came in time, and you threw an error of your own. Return the response as soon as it is there.
      """,
    hint: "The operation has returned. Which of your lines still throws?"
  ) { limit, loop, operation in
    _ = try await solution(limit, loop, operation)
    throw CancellationError()
  }

  private static let neverRunsIt = Mistake<Function>(
    "never-runs-it",
    says: """
      You never run the operation, so there is no response to return. Call `operation()` once, in a child task, with the deadline beside it.
      """,
    hint: "Search your code for `operation()`. Which task gets there, and when?"
  ) { limit, loop, operation in
    try await timeOut(loop, after: limit)
  }

  private static let runsItTwice = Mistake<Function>(
    "runs-it-twice",
    says: """
      You run the operation more than once. A second run is twice the work, and may charge a customer twice. Run it once, and keep what it \
      returns.
      """,
    hint: "How many lines call `operation()`, and can more than one of them be reached?"
  ) { limit, loop, operation in
    _ = try await operation()
    return try await solution(limit, loop, operation)
  }

  private static let delaysTheOperation = Mistake<Function>(
    "delays-the-operation",
    says: """
      You wait before you run the operation, and that time is lost to it. Start the operation and the sleep at the same moment, \
      each in a child task of its own, and let the first to end decide.
      """,
    hint: "What does your code await before it gets to `operation()`?"
  ) { limit, loop, operation in
    try await loop.sleep(for: limit)
    return try await operation()
  }

  private static func timeOut(_ loop: EventLoop, after limit: Duration) async throws -> Response {
    try await loop.sleep(for: limit)
    throw TimedOut()
  }

  private static let heedsTheLoser = Mistake<Function>(
    "heeds-the-loser",
    says: """
      At the deadline you cancel the operation, and then return or throw what it ends with. An operation need not throw a `CancellationError` when it is \
      cancelled: it may still answer, or fail in its own way. The deadline came first, so throw `TimedOut()`, whatever the loser of the race says.
      """,
    hint:
      "Suppose that an operation which you cancel returns a response all the same. Who came first, and what does your caller expect?"
  ) { limit, loop, operation in
    let end = loop.clock.now.advanced(by: limit)
    return try await withThrowingTaskGroup(of: Response?.self) { race in
      race.addTask { try await operation() }
      race.addTask {
        try await loop.sleep(until: end)
        return nil
      }
      let first = try await race.next()!
      race.cancelAll()
      if let first { return first }
      do {
        if let late = try await race.next()! { return late }
      } catch is CancellationError {}
      throw TimedOut()
    }
  }
}
