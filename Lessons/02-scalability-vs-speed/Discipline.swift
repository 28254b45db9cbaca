import EventLoop
import Synchronization

/// The three ways to serve many users with one handler.
enum Discipline: String, Sendable, CaseIterable {
  case oneAtATime = "one-at-a-time"
  case threads
  case eventLoop = "event-loop"

  /// What figures call it.
  var label: String {
    switch self {
    case .oneAtATime: "one at a time"
    case .threads: "threads"
    case .eventLoop: "event loop"
    }
  }

  /// The most threads that the second server begins: what servers of this kind are often set to.
  static let threadLimit = 200
}

/// A server in virtual time: the discipline alone, without sockets. One core does all computing.
struct ModelServer: Sendable {
  /// Thrown at a user whom the server has no thread for.
  struct Refused: Error, Equatable {}

  let discipline: Discipline
  let page: Page
  let loop: EventLoop
  private let threads = Threads()

  init(_ discipline: Discipline, _ page: Page, on loop: EventLoop) {
    (self.discipline, self.page, self.loop) = (discipline, page, loop)
  }

  // [01:46] [01:47] One handler, three servers.
  nonisolated(nonsending) func answer() async throws -> String {
    switch discipline {
    case .oneAtATime: return try await page.answer(Holding(loop: loop))
    case .eventLoop: return try await page.answer(Giving(loop: loop))
    case .threads:
      // A thread that waits holds itself up, and nobody else; the core goes to another.
      guard threads.begin() else { throw Refused() }
      defer { threads.end() }
      return try await page.answer(Giving(loop: loop))
    }
  }

  private final class Threads: Sendable {
    private let inUse = Mutex(0)

    func begin() -> Bool {
      inUse.withLock { inUse in
        guard inUse < Discipline.threadLimit else { return false }
        inUse += 1
        return true
      }
    }

    func end() { inUse.withLock { $0 -= 1 } }
  }
}
