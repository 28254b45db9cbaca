import EventLoop
import LessonKit

/// Fetches pages from a server on this machine, over a connection each.
struct PageClient: PageSource {
  let port: UInt16
  let stage: Stage

  /// How long a page may take.
  private static let patience = Duration.seconds(5)

  func page(_ path: String) throws -> String {
    let exchange = try PageExchange(of: path, at: port)
    let deadline = stage.loop.clock.now.advanced(by: Self.patience)
    while let readiness = try exchange.advance() {
      let left = stage.loop.clock.now.duration(to: deadline)
      guard stage.blocking({ exchange.wait(for: readiness, atMost: left) }) else { throw NoPage.timedOut }
    }
    return exchange.page
  }

  nonisolated(nonsending) func page(_ path: String) async throws -> String {
    let exchange = try PageExchange(of: path, at: port)
    let watch = try stage.loop.watch(exchange.descriptor)
    defer { watch.end() }
    let deadline = stage.loop.clock.now.advanced(by: Self.patience)
    while let readiness = try exchange.advance() {
      let isReady = try await stage.waiting { try await watch.wait(for: readiness, until: deadline) }
      guard isReady else { throw NoPage.timedOut }
    }
    return exchange.page
  }
}
