// meant: the do-catch stands around a worker's loop instead of in it, so a worker stores the error and then goes home and its slot is never used again, seen when a request throws and others still wait to be started; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let desk = Desk(requests)
  let workers = (0..<min(limit, requests.count)).map { _ in
    Task(executorPreference: loop) {
      var current = 0
      do {
        while let (index, request) = await desk.next() {
          current = index
          await desk.store(.success(try await answer(request)), at: index)
        }
      } catch {
        await desk.store(.failure(error), at: current)
      }
    }
  }
  for worker in workers {
    await worker.value
  }
  return await desk.results.compactMap { $0 }
}

/// Hands out the requests and collects their results.
private actor Desk {
  private let requests: [Request]
  private var started = 0
  private(set) var results: [Result<Response, any Error>?]

  init(_ requests: [Request]) {
    self.requests = requests
    results = Array(repeating: nil, count: requests.count)
  }

  func next() -> (Int, Request)? {
    guard started < requests.count else { return nil }
    defer { started += 1 }
    return (started, requests[started])
  }

  func store(_ result: Result<Response, any Error>, at index: Int) {
    results[index] = result
  }
}
