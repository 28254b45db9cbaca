import EventLoop
import Platform
import Queueing
import Serving

/// Three ways to serve a crowd with the same handler. How each of them does it stands in `Sources/Serving/Servers`.
enum Discipline: String, Sendable, CaseIterable {
  case oneAtATime = "one-at-a-time"
  case threads
  case eventLoop = "event-loop"

  var label: String { rawValue.replacing("-", with: " ") }

  /// The most threads that the second server starts: a usual setting of servers of this kind.
  static let threadLimit = 200

  // [01:46] [01:47] One handler behind three servers, on the same machine.
  func serve(
    _ page: Page, threads: Int = threadLimit, port: UInt16 = 0,
    onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in }
  ) throws(SystemError) -> any Server {
    switch self {
    case .oneAtATime: try OneAtATimeServer(port: port, onEvent: onEvent, handler: page.handler)
    case .threads:
      try ThreadPerConnectionServer(
        port: port, threads: threads, onEvent: onEvent, handler: page.handler)
    case .eventLoop: try EventLoopServer(port: port, onEvent: onEvent, handler: page.handler)
    }
  }

  /// The same three as a model, in numbers alone: exact, and the same every time.
  func pool(threads: Int = threadLimit) -> Pool {
    switch self {
    case .oneAtATime: .oneAtATime
    case .threads: .threadPerRequest(atMost: threads)
    case .eventLoop: .eventLoop
    }
  }
}
