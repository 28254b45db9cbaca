import EventLoop
import LessonKit
import Workload

/// Exercise 1.1: how it is told, and how an answer is judged.
enum OverlapExercise {
  typealias Answer = @Sendable (Request) async throws -> Response
  typealias Function = @Sendable ([Request], EventLoop, @escaping Answer) async throws -> [Response]

  static let exercise = Exercise(
    "overlap", question: "Answer all of the requests, and let their waits overlap.", file: "Overlap.swift",
    hints: [
      "A loop that awaits in its body begins the second request after the first is answered. Begin all of them first.",
      "A task group begins a child task with `addTask`, which does not wait. What comes out of the group comes in the "
        + "order in which the children end, so let each child say which place its response belongs to.",
      "`withThrowingTaskGroup(of: (Int, Response).self)`, `group.addTask { (place, try await answer(request)) }`, then "
        + "`for try await (place, response) in group`.",
    ],
    learner: { try await overlap($0, on: $1, answer: $2) } as Function,
    solution: { try await Solutions.overlap($0, on: $1, answer: $2) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "awaits-in-the-loop",
      says:
        "You await each request before you begin the next: that is the serial server again, with `await` written "
        + "on it. `await` gives the thread back, but your loop does not go on until the answer is there.",
      { try await Mistakes.Overlap.awaitsInTheLoop($0, on: $1, answer: $2) }),
    Mistake(
      "completion-order",
      says:
        "You return the responses in the order in which they were answered. Whoever asked first would read "
        + "somebody else's page: keep the place of each request beside its task.",
      { try await Mistakes.Overlap.completionOrder($0, on: $1, answer: $2) }),
    Mistake(
      "returns-early",
      says:
        "You return before all requests are answered. A task that is begun is not a task that is done: await its "
        + "value, or its group.",
      { try await Mistakes.Overlap.returnsEarly($0, on: $1, answer: $2) }),
    Mistake(
      "guesses-the-time",
      says:
        "You wait for a guessed time, or look again every so often, instead of awaiting the tasks. Too short loses "
        + "responses, too long wastes time, and no guess is right for every request: await the tasks themselves.",
      { try await Mistakes.Overlap.guessesTheTime($0, on: $1, answer: $2) }),
    Mistake(
      "loses-the-error",
      says:
        "A request failed, and you returned as if all were well. Whoever called cannot tell a missing response from "
        + "one that never was: let the error through.",
      { try await Mistakes.Overlap.losesTheError($0, on: $1, answer: $2) }),
  ]
}
