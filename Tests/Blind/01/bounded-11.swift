// meant: as many workers as the limit, and an actor that hands each of them the next request; expected verdict: right

import EventLoop
import LessonKit
import Workload

private actor Pile {
  private var rest: ArraySlice<Request>
  private var results: [Int: Result<Response, any Error>] = [:]

  init(_ requests: [Request]) { rest = requests[...] }

  func take() -> (Int, Request)? {
    guard let request = rest.first else { return nil }
    defer { rest.removeFirst() }
    return (rest.startIndex, request)
  }

  func keep(_ result: Result<Response, any Error>, for index: Int) { results[index] = result }

  var inOrder: [Result<Response, any Error>] { results.sorted { $0.key < $1.key }.map(\.value) }
}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let pile = Pile(requests)
  await withDiscardingTaskGroup { group in
    for _ in 0..<min(limit, requests.count) {
      group.addTask {
        while let (index, request) = await pile.take() {
          do {
            await pile.keep(.success(try await answer(request)), for: index)
          } catch {
            await pile.keep(.failure(error), for: index)
          }
        }
      }
    }
  }
  return await pile.inOrder
}
