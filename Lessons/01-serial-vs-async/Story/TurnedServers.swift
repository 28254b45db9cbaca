import EventLoop
import Workload

/// The lesson's two servers, where requests may come later, and some may block.
struct TurnedServers: Sendable {
  let site: Site
  /// The labels of the requests that block.
  let blocking: Set<String>

  /// One after another, in the order of their arrival.
  func inOrder(_ requests: [Request]) throws -> [Response] {
    var responses: [String: Response] = [:]
    for request in requests.inOrderOfArrival {
      // A request that is still to come cannot be answered.
      site.loop.block(for: max(.zero, request.arrival - site.loop.clock.now.offset))
      responses[request.label] = try site.answer(request) {
        try SerialServer(site: site).handle(request)
      }
    }
    return requests.map { responses[$0.label]! }
  }

  /// A task for each. One that blocks is handled by the other server's code: no `await`, and the thread stays with it.
  func overlapped(_ requests: [Request]) async throws -> [Response] {
    let tasks = requests.map { request in
      Task(executorPreference: site.loop) {
        try await site.answer(request) {
          blocking.contains(request.label)
            ? try SerialServer(site: site).handle(request) : try await AsyncServer(site: site).handle(request)
        }
      }
    }
    var responses: [Response] = []
    for task in tasks { responses.append(try await task.value) }
    return responses
  }
}

extension [Request] {
  /// By arrival; requests that arrive together, by number.
  fileprivate var inOrderOfArrival: [Request] {
    indices.sorted { (self[$0].arrival, $0) < (self[$1].arrival, $1) }.map { self[$0] }
  }
}
