import EventLoop

/// Fetches pages from a server on this machine, over a connection each.
struct PageClient: PageSource {
  let port: UInt16
  let loop: EventLoop

  /// How long a page may take.
  private static let patience = Duration.seconds(5)

  func get(_ path: String) throws -> String {
    let exchange = try PageExchange(of: path, at: port)
    let deadline = loop.clock.now.advanced(by: Self.patience)
    while let readiness = try exchange.advance() {
      let left = loop.clock.now.duration(to: deadline)
      guard loop.blocked({ exchange.wait(for: readiness, atMost: left) }) else { throw NoPage.timedOut }
    }
    return exchange.page
  }

  nonisolated(nonsending) func get(_ path: String) async throws -> String {
    let exchange = try PageExchange(of: path, at: port)
    let watch = try loop.watch(exchange.descriptor)
    defer { watch.end() }
    let deadline = loop.clock.now.advanced(by: Self.patience)
    while let readiness = try exchange.advance() {
      let isReady = try await loop.suspended { try await watch.wait(for: readiness, until: deadline) }
      guard isReady else { throw NoPage.timedOut }
    }
    return exchange.page
  }
}
