// meant: a worker that meets an error stores it and then ends, so that its slot is never used again, which one sees when a request throws and more than the other slots can take are still to come (with a limit of 1 the rest gets no results); expected verdict: wrong

import EventLoop
import LessonKit
import Workload

/// What is still to do, and what is done already.
private actor Desk {
  private var open: [(index: Int, request: Request)]
  private var results: [Int: Result<Response, any Error>] = [:]

  init(_ requests: [Request]) {
    open = requests.enumerated().map { ($0.offset, $0.element) }
  }

  func take() -> (index: Int, request: Request)? { open.isEmpty ? nil : open.removeFirst() }
  func put(_ result: Result<Response, any Error>, at index: Int) { results[index] = result }
  func inOrder() -> [Result<Response, any Error>] { results.sorted { $0.key < $1.key }.map(\.value) }
}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let desk = Desk(requests)
  await withTaskGroup(of: Void.self) { group in
    for _ in 0..<limit {
      group.addTask {
        while let job = await desk.take() {
          do {
            let response = try await answer(job.request)
            await desk.put(.success(response), at: job.index)
          } catch {
            await desk.put(.failure(error), at: job.index)
            return
          }
        }
      }
    }
  }
  return await desk.inOrder()
}
