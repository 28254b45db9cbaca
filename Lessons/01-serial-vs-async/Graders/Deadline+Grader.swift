import EventLoop
import LessonKit

/// Exercise 1.4: how it is told. How an answer is judged stands beside it.
enum DeadlineExercise {
  typealias Operation = @Sendable () async throws -> Response
  typealias Function = @Sendable (Duration, EventLoop, @escaping Operation) async throws -> Response

  static let exercise = Exercise(
    "deadline", question: "Return the response, or throw TimedOut() at the deadline, whichever comes first.",
    file: "Deadline.swift",
    hints: [
      "Two things run side by side: the operation, and a sleep as long as the limit. The first to end decides.",
      "Make both of them children of one throwing task group, and let the one that sleeps end by throwing TimedOut(). "
        + "`group.next()` returns, or throws, what the first of them ends with. What becomes of the second?",
      "`defer { group.cancelAll() }` before `return try await group.next()!`. And let the child that sleeps sleep until an "
        + "instant noted before: `loop.clock.now.advanced(by: limit)`.",
    ],
    learner: { try await deadline($0, on: $1, $2) } as Function,
    solution: { try await Solutions.deadline($0, on: $1, $2) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "loser-runs-on",
      says:
        "You return, and the loser of the race runs on, for nobody, on a server that has to answer others. "
        + "Cancel it.",
      { try await Mistakes.Deadline.loserRunsOn($0, on: $1, $2) }),
    Mistake(
      "waits-for-both",
      says:
        "You wait for both, the operation and the deadline. A group, and `async let`, wait for every child before they let "
        + "you go: cancel the one that is not needed any more.",
      { try await Mistakes.Deadline.waitsForBoth($0, on: $1, $2) }),
    Mistake(
      "starts-too-late",
      says:
        "Your deadline begins too late: whoever called you counts from the call. Note the instant first, and sleep until "
        + "that: `loop.clock.now.advanced(by: limit)`.",
      { try await Mistakes.Deadline.startsTooLate($0, on: $1, $2) }),
    Mistake(
      "times-out-anyway",
      says:
        "The response came in time, and you threw TimedOut(). The first of the two decides: return as soon as the "
        + "response is there.",
      { try await Mistakes.Deadline.timesOutAnyway($0, on: $1, $2) }),
    Mistake(
      "swallows-cancellation",
      says:
        "You were cancelled yourself, and did not pass it on as it is. Whoever cancels you wants the operation to end at "
        + "once, and CancellationError from you: a task of your own has to be told (a child is), and a sleep that is "
        + "cancelled has not ended (`try?` hides that).",
      { try await Mistakes.Deadline.swallowsCancellation($0, on: $1, $2) }),
  ]
}
