import EventLoop
import Platform
import Serving

/// A site of eight pages that takes its time over each: 30 to 60 ms, depending on the page.
enum PageSite {
  static let pages = (1...8).map { "/page/\($0)" }

  /// Begins to serve the pages on this machine, on a thread of its own and at a port that is free.
  static func serve() throws(SystemError) -> any Server {
    try EventLoopServer { request in
      guard let delay = delay(of: String(request.path)) else { return Response(.notFound) }
      try await request.wait(for: delay)
      return Response(.ok, headers: ["Content-Type": "text/html"], body: html(String(request.path)))
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
