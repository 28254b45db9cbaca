package import Workload

extension Probe {
  /// Thrown by a call that the exercise lets fail.
  package struct Unavailable: Error, Sendable, Hashable, CustomStringConvertible {
    /// The label of the call's lane.
    package var label: String

    package var description: String { "Unavailable(\(label))" }
  }

  /// A probe with a lane for each of some requests, labelled `request 1` and so on.
  package convenience init(requests count: Int, seed: UInt64?) {
    self.init(lanes: (0..<count).map { "request \($0 + 1)" }, seed: seed)
  }

  /// The requests, in the order of the lanes.
  package var requests: [Request] { labels.map { Request($0, steps: []) } }

  /// The error that a lane's call fails with.
  package func unavailable(_ lane: Int) -> Unavailable { Unavailable(label: labels[lane]) }

  /// What a lane's request is answered with.
  package func response(_ lane: Int) -> Response { Response(greeting: "Hello, \(labels[lane])", courses: []) }

  /// Answers a request after a while, or fails then.
  ///
  /// - Parameters:
  ///   - milliseconds: how long each lane's request takes, in milliseconds.
  ///   - failing: the lanes of the requests that fail.
  package nonisolated(nonsending) func answer(
    _ request: Request, takes milliseconds: [Int], failing: Set<Int>
  ) async throws -> Response {
    let lane = labels.firstIndex(of: request.label)!
    return try await call(
      lane, takes: .unguessable(milliseconds[lane]),
      failing.contains(lane) ? .failure(unavailable(lane)) : .success(response(lane)))
  }
}

extension Duration {
  /// A little more than whole milliseconds: code that checks every millisecond whether something is over is always late.
  package static func unguessable(_ milliseconds: Int) -> Duration {
    .milliseconds(milliseconds) + .microseconds(7)
  }
}
