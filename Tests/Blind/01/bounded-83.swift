// meant: starts as many workers as there are slots, each of which takes the next request off a shared desk as soon as it has answered one, and puts the result there; expected verdict: right

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let desk = Desk(requests)
  await withDiscardingTaskGroup { workers in
    for _ in 0..<min(limit, requests.count) {
      workers.addTask {
        while let (index, request) = await desk.take() {
          do {
            await desk.put(.success(try await answer(request)), at: index)
          } catch {
            await desk.put(.failure(error), at: index)
          }
        }
      }
    }
  }
  return await desk.results.sorted { $0.key < $1.key }.map(\.value)
}

private actor Desk {
  private let requests: [Request]
  private var next = 0
  private(set) var results: [Int: Result<Response, any Error>] = [:]

  init(_ requests: [Request]) { self.requests = requests }

  func take() -> (Int, Request)? {
    guard next < requests.count else { return nil }
    defer { next += 1 }
    return (next, requests[next])
  }

  func put(_ result: Result<Response, any Error>, at index: Int) { results[index] = result }
}
