import EventLoop
import LessonKit
import Platform

extension OverlapGrading {
  static let mistakes = [awaitsInTheLoop, completionOrder, returnsEarly, guessesTheTime, losesTheError]

  private static let awaitsInTheLoop = Mistake<Function>(
    "awaits-in-the-loop",
    says: """
      You await each request before you start the next. That is the serial server again, with `await` written on it: `await` \
      gives the thread back, but your loop doesn't move on until the answer is there. Start all the requests first.
      """
  ) { requests, _, answer in
    var responses: [Response] = []
    for request in requests {
      responses.append(try await answer(request))
    }
    return responses
  }

  private static let completionOrder = Mistake<Function>(
    "completion-order",
    says: """
      You return the responses in the order in which they were answered, so a visitor may get another visitor's page. \
      Remember each request's place next to its task.
      """
  ) { requests, _, answer in
    try await withThrowingTaskGroup(of: Response.self) { group in
      for request in requests {
        group.addTask { try await answer(request) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static let returnsEarly = Mistake<Function>(
    "returns-early",
    says: """
      You return before all requests are answered. Starting a task is not the same as finishing it: await its value, or the \
      group that it belongs to.
      """
  ) { requests, loop, answer in
    let collected = Collected()
    for (place, request) in requests.enumerated() {
      Task(executorPreference: loop) { collected.add(try await answer(request), at: place) }
    }
    return collected.responses
  }

  private static let guessesTheTime = Mistake<Function>(
    "guesses-the-time",
    says: """
      You wait for a guessed time, or check again every so often, instead of awaiting the tasks. Too short a guess loses \
      responses, too long a guess wastes time, and no guess is right for every request. Await the tasks themselves.
      """
  ) { requests, loop, answer in
    let collected = Collected()
    for (place, request) in requests.enumerated() {
      Task(executorPreference: loop) { collected.add(try await answer(request), at: place) }
    }
    try await loop.sleep(for: .milliseconds(250))
    return collected.responses
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      A request failed, and you returned as if nothing had happened. Your caller can't tell a missing response from one that \
      never existed. Let the error through.
      """
  ) { requests, _, answer in
    await withTaskGroup(of: (place: Int, response: Response?).self) { group in
      for (place, request) in requests.enumerated() {
        group.addTask { (place, try? await answer(request)) }
      }
      let answered = await group.reduce(into: []) { $0.append($1) }
      return answered.sorted { $0.place < $1.place }.compactMap(\.response)
    }
  }

  private final class Collected: Sendable {
    private let byPlace = Guarded<[Int: Response]>([:])

    var responses: [Response] { byPlace.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }

    func add(_ response: Response, at place: Int) { byPlace.withLock { $0[place] = response } }
  }
}
