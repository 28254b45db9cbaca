import EventLoop
import Serving

/// The page that all servers answer with: a little work, a long wait for somebody else, and a little work again.
struct Page: Sendable, Hashable {
  /// How long the page computes, before and after its wait together.
  var work: Duration
  /// How long it waits for a database or another service.
  var wait: Duration

  /// The page of this lesson: of its time it waits more than 99 %.
  static let usual = Page(work: .microseconds(400), wait: .milliseconds(100))

  /// How long the page takes where nobody else is there.
  var ownTime: Duration { work + wait }

  /// The same page, so many times as fast.
  func faster(by factor: Int) -> Page { Page(work: work / factor, wait: wait / factor) }

  // [01:46] The handler. It says that it waits, and the server it stands behind decides what that does to the others.
  nonisolated(nonsending) func answer(_ visit: some Visit) async throws -> String {
    visit.work(for: work / 2)
    try await visit.wait(for: wait)
    visit.work(for: work / 2)
    return "Hello, whoever you are, and however many.\n"
  }
}

/// How a handler spends time: on a real server, or on a model of one in virtual time.
protocol Visit: Sendable {
  func work(for duration: Duration)
  nonisolated(nonsending) func wait(for duration: Duration) async throws
}

/// A request to one of the real servers.
extension Request: Visit {}

/// A visit that keeps the thread while it waits.
struct Holding: Visit {
  let loop: EventLoop
  func work(for duration: Duration) { loop.work(for: duration) }
  nonisolated(nonsending) func wait(for duration: Duration) async throws { loop.block(for: duration) }
}

/// A visit that gives the thread back while it waits.
struct Giving: Visit {
  let loop: EventLoop
  func work(for duration: Duration) { loop.work(for: duration) }
  nonisolated(nonsending) func wait(for duration: Duration) async throws {
    try await loop.sleep(for: duration)
  }
}
