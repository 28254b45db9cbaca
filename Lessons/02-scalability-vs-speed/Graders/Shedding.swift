/// A server that refuses whom it has no room for.
protocol Shedding: Sendable {
  /// - Parameter most: how many may wait for their turn, besides the one that is answered.
  init(atMost most: Int)

  /// Answers a request in its turn.
  ///
  /// - Throws: ``Refused`` at once if there is no room, and what the answer throws.
  func serve(_ answer: @Sendable () async throws -> Void) async throws
}

/// Thrown at a request that there is no room for.
struct Refused: Error, Sendable, Hashable {}
