import EventLoop

/// What a handler does with its thread while it waits: the one thing in which the three servers differ for it.
enum WaitMode: Sendable {
  case keepsThread(EventLoop)
  case givesThreadBack(EventLoop)
  /// Outside of a server: no time passes.
  case none

  func work(for duration: Duration) {
    // Nothing to do takes no look at the clock.
    guard duration > .zero else { return }
    switch self {
    case .keepsThread(let loop), .givesThreadBack(let loop): loop.work(for: duration)
    case .none: break
    }
  }

  nonisolated(nonsending) func wait(for duration: Duration) async throws {
    guard duration > .zero else { return }
    switch self {
    case .keepsThread(let loop): loop.block(for: duration)
    case .givesThreadBack(let loop): try await loop.sleep(for: duration)
    case .none: break
    }
  }
}
