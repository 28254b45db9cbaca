import EventLoop
import Synchronization
import Workload

extension Mistakes {
  enum Overlap {
    typealias Answer = @Sendable (Request) async throws -> Response

    /// `await` in the loop: the next request is not even begun before this one is answered.
    static func awaitsInTheLoop(
      _ requests: [Request], on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Response] {
      var responses: [Response] = []
      for request in requests {
        responses.append(try await answer(request))
      }
      return responses
    }

    /// Takes the responses as they come: the fastest first.
    static func completionOrder(
      _ requests: [Request], on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Response] {
      try await withThrowingTaskGroup(of: Response.self) { group in
        for request in requests {
          group.addTask { try await answer(request) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }

    /// Begins all of them and returns what is there already, which is nothing.
    static func returnsEarly(
      _ requests: [Request], on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Response] {
      let collected = Collected()
      for (place, request) in requests.enumerated() {
        Task(executorPreference: loop) { collected.add(try await answer(request), at: place) }
      }
      return collected.responses
    }

    /// Begins all of them and sleeps for as long as that should take.
    static func guessesTheTime(
      _ requests: [Request], on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Response] {
      let collected = Collected()
      for (place, request) in requests.enumerated() {
        Task(executorPreference: loop) { collected.add(try await answer(request), at: place) }
      }
      try await loop.sleep(for: .milliseconds(250))
      return collected.responses
    }

    /// Turns an error into a missing response.
    static func losesTheError(
      _ requests: [Request], on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Response] {
      await withTaskGroup(of: (place: Int, response: Response?).self) { group in
        for (place, request) in requests.enumerated() {
          group.addTask { (place, try? await answer(request)) }
        }
        let answered = await group.reduce(into: []) { $0.append($1) }
        return answered.sorted { $0.place < $1.place }.compactMap(\.response)
      }
    }

    private final class Collected: Sendable {
      private let byPlace = Mutex<[Int: Response]>([:])

      var responses: [Response] { byPlace.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }

      func add(_ response: Response, at place: Int) { byPlace.withLock { $0[place] = response } }
    }
  }
}
