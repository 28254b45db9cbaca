import EventLoop
import LessonKit

/// Where pages come from. Every call comes in two forms: one keeps the thread until the page is there, and one, to be
/// awaited, gives it back.
protocol PageSource: Sendable {
  func page(_ path: String) throws -> String
  nonisolated(nonsending) func page(_ path: String) async throws -> String
}

/// Why there is no page.
enum NoPage: Error, Hashable {
  case notFound(String)
  /// The server answered with something else than a page.
  case refused(status: Int)
  /// It took longer than anybody waits for it.
  case timedOut
}

/// The site as it is in virtual time, where there are no sockets: a page is there when its time is over.
struct ModelSite: PageSource {
  let stage: Stage

  func page(_ path: String) throws -> String {
    guard let delay = PageSite.delay(of: path) else { throw NoPage.notFound(path) }
    stage.loop.block(for: delay)
    return PageSite.html(path)
  }

  nonisolated(nonsending) func page(_ path: String) async throws -> String {
    guard let delay = PageSite.delay(of: path) else { throw NoPage.notFound(path) }
    try await stage.loop.sleep(for: delay)
    return PageSite.html(path)
  }
}
