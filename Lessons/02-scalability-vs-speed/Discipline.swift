import EventLoop
import Serving

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

  // [01:46] [01:47] One handler, three servers, each of them over sockets.
  func serve(
    _ page: Page, port: UInt16 = 0, onTrouble: @escaping @Sendable (Trouble) -> Void = { _ in }
  ) throws(SystemError) -> any Server {
    switch self {
    case .oneAtATime: try OneAtATimeServer(port: port, onTrouble: onTrouble, handler: page.handler)
    case .threads:
      try ThreadPerConnectionServer(
        port: port, threads: Self.threadLimit, onTrouble: onTrouble, handler: page.handler)
    case .eventLoop: try EventLoopServer(port: port, onTrouble: onTrouble, handler: page.handler)
    }
  }

  /// The same handler behind the same three in virtual time, without sockets: exact, and the same every time.
  func simulate(_ page: Page) -> SimulatedServer {
    switch self {
    case .oneAtATime: SimulatedServer(.oneAtATime, handler: page.handler)
    case .threads: SimulatedServer(.threadPerConnection(threads: Self.threadLimit), handler: page.handler)
    case .eventLoop: SimulatedServer(.eventLoop, handler: page.handler)
    }
  }
}
