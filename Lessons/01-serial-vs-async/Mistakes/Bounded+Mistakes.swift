import EventLoop
import Synchronization
import Workload

extension Mistakes {
  enum Bounded {
    typealias Answer = @Sendable (Request) async throws -> Response
    typealias Answered = Result<Response, any Error>

    /// Begins all of them at once: the limit is not looked at.
    static func noBound(
      _ requests: [Request], atMost limit: Int, on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Answered] {
      await all(requests[...], answer)
    }

    /// A batch of as many as there are slots, and the next batch when all of it is answered.
    static func inBatches(
      _ requests: [Request], atMost limit: Int, on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Answered] {
      var results: [Answered] = []
      for start in stride(from: 0, to: requests.count, by: limit) {
        results += await all(requests[start..<min(start + limit, requests.count)], answer)
      }
      return results
    }

    /// Never more than the limit, since never more than one.
    static func oneAtATime(
      _ requests: [Request], atMost limit: Int, on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Answered] {
      var results: [Answered] = []
      for request in requests {
        results.append(await result(of: request, answer))
      }
      return results
    }

    /// A semaphore whose slot is given back only behind the answer, where an error does not come by.
    static func losesTheSlot(
      _ requests: [Request], atMost limit: Int, on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Answered] {
      let slots = Slots(limit)
      let tasks = requests.map { request in
        Task(executorPreference: loop) {
          await slots.take()
          let response = try await answer(request)
          slots.giveBack()
          return response
        }
      }
      var results: [Answered] = []
      for task in tasks { results.append(await task.result) }
      return results
    }

    /// Lets the error of one request be the end of all.
    static func throwsTheFirstError(
      _ requests: [Request], atMost limit: Int, on loop: EventLoop, answer: @escaping Answer
    ) async throws -> [Answered] {
      try await withThrowingTaskGroup(of: (place: Int, response: Response).self) { group in
        var answered: [(place: Int, response: Response)] = []
        for (place, request) in requests.enumerated() {
          if place >= limit, let next = try await group.next() { answered.append(next) }
          group.addTask { (place, try await answer(request)) }
        }
        for try await next in group { answered.append(next) }
        return answered.sorted { $0.place < $1.place }.map { .success($0.response) }
      }
    }

    private static func all(_ requests: ArraySlice<Request>, _ answer: @escaping Answer) async -> [Answered] {
      await withTaskGroup(of: (place: Int, result: Answered).self) { group in
        for (place, request) in zip(requests.indices, requests) {
          group.addTask { (place, await result(of: request, answer)) }
        }
        let answered = await group.reduce(into: []) { $0.append($1) }
        return answered.sorted { $0.place < $1.place }.map(\.result)
      }
    }

    private static func result(of request: Request, _ answer: Answer) async -> Answered {
      do { return .success(try await answer(request)) } catch { return .failure(error) }
    }

    private final class Slots: Sendable {
      private let state: Mutex<(free: Int, waiting: [CheckedContinuation<Void, Never>])>

      init(_ count: Int) { state = Mutex((count, [])) }

      nonisolated(nonsending) func take() async {
        await withCheckedContinuation { continuation in
          let isFree = state.withLock { state in
            if state.free == 0 { state.waiting.append(continuation) } else { state.free -= 1 }
            return state.waiting.isEmpty
          }
          if isFree { continuation.resume() }
        }
      }

      func giveBack() {
        let next = state.withLock { state in
          if state.waiting.isEmpty { state.free += 1 }
          return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
        next?.resume()
      }
    }
  }
}
