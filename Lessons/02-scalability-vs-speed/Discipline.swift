import EventLoop
import Platform
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

  /// The same three in virtual time, without sockets: exact, and the same every time.
  func simulate(_ page: Page) -> SimulatedServer {
    switch self {
    case .oneAtATime: SimulatedServer(.oneAtATime, handler: page.handler)
    case .threads: SimulatedServer(.threadPerConnection(threads: Self.threadLimit), handler: page.handler)
    case .eventLoop: SimulatedServer(.eventLoop, handler: page.handler)
    }
  }
}
