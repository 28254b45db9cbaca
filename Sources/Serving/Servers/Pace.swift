import EventLoop

/// How time passes for a handler: the one thing in which the three servers differ for it.
enum Pace: Sendable {
  /// Waiting keeps the thread.
  case blocking(EventLoop)
  /// Waiting gives the thread back.
  case giving(EventLoop)
  /// Outside of a server: no time passes.
  case none

  func work(for duration: Duration) {
    // Nothing to do takes no look at the clock.
    guard duration > .zero else { return }
    switch self {
    case .blocking(let loop), .giving(let loop): loop.work(for: duration)
    case .none: break
    }
  }

  nonisolated(nonsending) func wait(for duration: Duration) async throws {
    guard duration > .zero else { return }
    switch self {
    case .blocking(let loop): loop.block(for: duration)
    case .giving(let loop): try await loop.sleep(for: duration)
    case .none: break
    }
  }
}
