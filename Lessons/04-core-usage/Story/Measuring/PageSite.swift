import EventLoop
import Platform
import Serving

/// A site of eight pages that takes its time for each: 30 to 60 ms, depending on the page.
enum PageSite {
  static let pages = (1...8).map { "/page/\($0)" }

  /// Begins to serve the pages on this machine, on a thread of its own and at a port that is free.
  static func serve() throws(SystemError) -> any Server {
    try EventLoopServer { request in
      guard let delay = delay(of: String(request.path)) else { return HTTPResponse(.notFound) }
      try await request.wait(for: delay)
      return HTTPResponse(.ok, headers: ["Content-Type": "text/html"], body: html(String(request.path)))
    }
  }

  /// How long a page takes; `nil` if there is no such page.
  static func delay(of path: String) -> Duration? {
    guard pages.contains(path), let number = path.split(separator: "/").last.flatMap({ Int($0) }) else {
      return nil
    }
    return .milliseconds(30 + 10 * (number % 4))
  }

  static func html(_ path: String) -> String { "<html><title>The page at \(path)</title></html>" }
}

/// Why there is no page.
enum NoPage: Error, Hashable {
  case notFound(String)
  /// The server answered with something else than a page.
  case refused(status: Int)
}

/// Fetches the pages from a server, over a connection each.
extension HTTPClient: PageSource {
  func get(_ path: String) throws -> String { try Self.page(in: try get(path) as HTTPResponse) }

  nonisolated(nonsending) func get(_ path: String) async throws -> String {
    try Self.page(in: try await get(path) as HTTPResponse)
  }

  private static func page(in response: HTTPResponse) throws(NoPage) -> String {
    guard response.status.code == 200 else { throw .refused(status: response.status.code) }
    return String(decoding: response.body, as: UTF8.self)
  }
}

/// The site as it is in virtual time, where there are no sockets: a page is there when its time is over.
struct ModelSite: PageSource {
  let loop: EventLoop

  func get(_ path: String) throws -> String {
    guard let delay = PageSite.delay(of: path) else { throw NoPage.notFound(path) }
    loop.block(for: delay)
    return PageSite.html(path)
  }

  nonisolated(nonsending) func get(_ path: String) async throws -> String {
    guard let delay = PageSite.delay(of: path) else { throw NoPage.notFound(path) }
    try await loop.sleep(for: delay)
    return PageSite.html(path)
  }
}
