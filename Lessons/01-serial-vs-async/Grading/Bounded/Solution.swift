import EventLoop
import LessonKit
import Workload

enum BoundedSolution {
  /// As many children as there are slots; and whenever one of them ends, however it ends, the next request begins.
  static func bounded(
    _ requests: [Request], atMost limit: Int, on loop: EventLoop,
    answer: @escaping @Sendable (Request) async throws -> Response
  ) async throws -> [Result<Response, any Error>] {
    await withTaskGroup(of: (place: Int, result: Result<Response, any Error>).self) { group in
      var waiting = requests.enumerated().makeIterator()
      func beginNext() {
        guard let (place, request) = waiting.next() else { return }
        group.addTask {
          do { return (place, .success(try await answer(request))) } catch { return (place, .failure(error)) }
        }
      }
      for _ in 0..<limit { beginNext() }
      var results = [Result<Response, any Error>?](repeating: nil, count: requests.count)
      for await answered in group {
        results[answered.place] = answered.result
        beginNext()
      }
      return results.compactMap { $0 }
    }
  }
}
