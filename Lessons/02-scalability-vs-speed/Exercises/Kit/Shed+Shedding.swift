/// A server that refuses the requests that it has no room for.
protocol Shedding: Sendable {
  /// - Parameter most: how many requests may wait, besides the one that is being answered.
  init(atMost most: Int)

  /// Answers a request when its turn comes.
  ///
  /// - Throws: ``Refused`` at once if there is no room, and whatever the answer throws.
  func serve(_ answer: @Sendable () async throws -> Void) async throws
}
