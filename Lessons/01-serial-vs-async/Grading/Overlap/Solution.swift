import EventLoop
import LessonKit
import Workload

enum OverlapSolution {
  /// Every request becomes a child task before any is awaited; a child remembers which place its response belongs to.
  static func overlap(
    _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
  ) async throws -> [Response] {
    try await withThrowingTaskGroup(of: (place: Int, response: Response).self) { group in
      for (place, request) in requests.enumerated() {
        group.addTask { (place, try await answer(request)) }
      }
      var responses = [Response?](repeating: nil, count: requests.count)
      for try await answered in group {
        responses[answered.place] = answered.response
      }
      return responses.compactMap { $0 }
    }
  }
}
