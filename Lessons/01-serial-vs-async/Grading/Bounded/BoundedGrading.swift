import EventLoop
import LessonKit
import Workload

/// Exercise 1.4. How an answer is judged stands in `Diagnosis.swift`.
@main
enum BoundedGrading: Exercise {
  typealias Answer = @Sendable (Request) async throws -> Response
  typealias Answered = Result<Response, any Error>
  typealias Function = @Sendable ([Request], Int, EventLoop, @escaping Answer) async throws -> [Answered]

  static let name = "bounded"
  static let hints = [
    "Start as many requests as there are slots. After that, at which moment may the next request start?",
    """
    A task group can tell you when its next child finishes: `await group.next()`. That child's slot is free, so add one more \
    child. A child that turns an error into a result frees its slot like any other.
    """,
    """
    Keep an iterator over `requests.enumerated()` and add `limit` children from it. Then, in \
    `for await (place, result) in group`, put the result in its place and add the next child, if there is one.
    """,
  ]
  static let success = """
    A request begins whenever another one ends: no slot stays empty, and the limit holds at every moment. Another way: `limit` \
    workers, each of which takes the next request when it is done with one. That reads more simply, but they share the list of what is \
    still to do, and need something that hands it out. Next: with all waits overlapped, what sets the limit? (ceiling)
    """
  static let learner: Function = { try await bounded($0, atMost: $1, on: $2, answer: $3) }
  static let solution: Function = {
    try await BoundedSolution.bounded($0, atMost: $1, on: $2, answer: $3)
  }
}
