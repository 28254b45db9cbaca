import EventLoop
import LessonKit
import Workload

/// Exercise 1.3: how it is told. How an answer is judged stands beside it.
enum BoundedExercise {
  typealias Answer = @Sendable (Request) async throws -> Response
  typealias Answered = Result<Response, any Error>
  typealias Function = @Sendable ([Request], Int, EventLoop, @escaping Answer) async throws -> [Answered]

  static let exercise = Exercise(
    "bounded", question: "Answer all of the requests, but never more than so many at the same time.",
    file: "Bounded.swift",
    hints: [
      "Begin as many as there are slots. After that, what is the moment at which the next request may begin?",
      "Whenever a child of a task group ends, `group.next()` returns: that child's slot is free, so add one more child. "
        + "A child that turns its error into a result gives its slot back like any other.",
      "Keep an iterator over `requests.enumerated()`. Add `limit` children from it; then, in `for await (place, result) in "
        + "group`, put the result in its place and add the next child, if there is one.",
    ],
    learner: { try await bounded($0, atMost: $1, on: $2, answer: $3) } as Function,
    solution: { try await Solutions.bounded($0, atMost: $1, on: $2, answer: $3) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "no-bound",
      says:
        "You begin all requests at once. What stands behind you takes no more than the limit: begin the next request when "
        + "one is answered.",
      { try await Mistakes.Bounded.noBound($0, atMost: $1, on: $2, answer: $3) }),
    Mistake(
      "in-batches",
      says:
        "You answer in batches: the slowest of each batch holds the next one up, while slots stand free. Begin the next "
        + "request as soon as any one is answered.",
      { try await Mistakes.Bounded.inBatches($0, atMost: $1, on: $2, answer: $3) }),
    Mistake(
      "one-at-a-time",
      says:
        "You answer one request at a time. That keeps the limit, and leaves all slots but one unused: begin as many as "
        + "there are slots before you await any.",
      { try await Mistakes.Bounded.oneAtATime($0, atMost: $1, on: $2, answer: $3) }),
    Mistake(
      "loses-the-slot",
      says:
        "A request that failed has not given its slot back: fewer and fewer are answered at once, and in the end none. "
        + "Give the slot back however the request ends, by `defer` for example.",
      { try await Mistakes.Bounded.losesTheSlot($0, atMost: $1, on: $2, answer: $3) }),
    Mistake(
      "throws-the-first-error",
      says:
        "One request failed, and you threw its error, so that the others get no answer. Its error is its result; the "
        + "others have their own.",
      { try await Mistakes.Bounded.throwsTheFirstError($0, atMost: $1, on: $2, answer: $3) }),
  ]
}
