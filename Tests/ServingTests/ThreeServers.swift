import EventLoop
import Platform
import XCTest

@testable import Serving

/// The three servers, and what a test needs to run against each.
enum ThreeServers {
  typealias Make =
    @Sendable (Limits, @escaping @Sendable (ServerEvent) -> Void, @escaping Handler) throws -> any Server

  static let all: [(name: String, make: Make)] = [
    ("one at a time", { try OneAtATimeServer(limits: $0, onEvent: $1, handler: $2) }),
    ("a thread per connection", { try ThreadPerConnectionServer(limits: $0, onEvent: $1, handler: $2) }),
    ("an event loop", { try EventLoopServer(limits: $0, onEvent: $1, handler: $2) }),
  ]

  /// Answers as a small site would.
  static let site: Handler = { request in
    switch request.path {
    case "/": return HTTPResponse(.ok, body: "hello")
    case "/wait":
      try await request.wait(for: .milliseconds(20))
      return HTTPResponse(.ok, body: "waited")
    case "/echo": return HTTPResponse(.ok, body: request.body)
    case "/large": return HTTPResponse(.ok, body: [UInt8](repeating: 120, count: 8_000_000))
    case "/fail": throw Failure()
    case "/headers": return HTTPResponse(.ok, headers: ["X": "a\r\nY: b", "Content-Length": "7"], body: "ok")
    case "/nothing": return HTTPResponse(.noContent, body: "unwanted")
    default: return HTTPResponse(.notFound, body: "nothing here")
    }
  }

  struct Failure: Error {}
}

/// What happened, in the order in which it did.
final class Journal<Entry: Sendable>: Sendable {
  private let list = Guarded<[Entry]>([])

  var entries: [Entry] { list.withLock { $0 } }

  func append(_ entry: Entry) { list.withLock { $0.append(entry) } }
}

extension XCTestCase {
  /// Runs a test against each server, stops it, and sees that no descriptor and no thread is left.
  func withEachServer(
    limits: Limits = Limits(), line: UInt = #line, handler: @escaping Handler = ThreeServers.site,
    onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in },
    _ body: (any Server, String) throws -> Void
  ) rethrows {
    for (name, make) in ThreeServers.all {
      let (descriptors, threads) = (Holdings.descriptors, Holdings.threads)
      do {
        guard let server = try? make(limits, onEvent, handler) else {
          XCTFail("\(name) does not start", line: line)
          continue
        }
        defer { XCTAssertTrue(server.stop(), "\(name) does not stop", line: line) }
        try body(server, name)
      }
      XCTAssertEqual(
        Holdings.descriptors(atMost: descriptors), descriptors,
        "descriptors left by \(name): \(Holdings.names)", line: line)
      XCTAssertLessThanOrEqual(
        Holdings.threads(atMost: threads), threads, "threads left by \(name)", line: line)
    }
  }

  /// Sees that a server serves.
  func assertServes(_ server: any Server, _ name: String, line: UInt = #line) throws {
    let client = try TestClient(port: server.port)
    client.get("/", "Connection: close\r\n")
    let answer = client.receive()
    XCTAssertEqual(answer?.statuses, [200], name, line: line)
    XCTAssertEqual(answer?.hasSuffix("hello"), true, name, line: line)
  }
}
