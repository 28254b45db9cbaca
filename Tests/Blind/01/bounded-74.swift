// meant: a worker whose request throws stores the error and then stops for good, so its slot is lost for the rest, seen when a request throws while others have not started yet; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization
import Workload

private final class Board: Sendable {
  private let state: Mutex<(next: Int, results: [Result<Response, any Error>?])>
  private let count: Int

  init(count: Int) {
    self.count = count
    state = Mutex((0, Array(repeating: nil, count: count)))
  }

  func take() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ result: Result<Response, any Error>, at index: Int) {
    state.withLock { $0.results[index] = result }
  }

  var results: [Result<Response, any Error>] {
    state.withLock { $0.results.compactMap { $0 } }
  }
}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let board = Board(count: requests.count)
  let workers = (0..<min(limit, requests.count)).map { _ in
    Task(executorPreference: loop) {
      var current = 0
      do {
        while let index = board.take() {
          current = index
          board.put(.success(try await answer(requests[index])), at: index)
        }
      } catch {
        board.put(.failure(error), at: current)
      }
    }
  }
  for worker in workers {
    await worker.value
  }
  return board.results
}
