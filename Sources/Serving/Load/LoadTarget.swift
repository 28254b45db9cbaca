/// Something that can be put under load: a server behind a socket, or a simulated one.
public protocol LoadTarget: Sendable {
  /// Puts the target under load and waits until every request has come to its end.
  ///
  /// - Parameters:
  ///   - plan: what to ask for, and how often.
  ///   - progress: is told several times a second how far it is; called on the generator's thread.
  /// - Throws: what the system says if there is no thread or descriptor for the generator itself.
  func run(_ plan: LoadPlan, progress: @escaping @Sendable (LoadProgress) -> Void) throws -> LoadResult
}

extension LoadTarget {
  /// Puts the target under load and tells nobody meanwhile.
  public func run(_ plan: LoadPlan) throws -> LoadResult { try run(plan, progress: { _ in }) }
}

/// What became of one request.
enum Outcome: Sendable, Hashable {
  case answered
  case timedOut
  case turnedAway
  case failed
}

/// One user's way to the target: asks, and learns what became of it. Only used on the thread of its loop.
protocol LoadClient: AnyObject, Sendable {
  /// - Returns: what became of the request, and when, in the loop's time.
  nonisolated(nonsending) func ask(until deadline: Duration) async -> (Outcome, at: Duration)
  func close()
}
