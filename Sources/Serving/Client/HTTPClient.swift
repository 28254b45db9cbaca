package import EventLoop

/// Asks a server on this machine, over a connection for each request.
///
/// There are two ways to call it, and they differ in what they do with the thread while the server has not answered: one keeps it, and
/// the other, which is awaited, gives it back.
///
///     let client = HTTPClient(port: 8080, loop: loop)
///     let page = try client.get("/")
///     let again = try await client.get("/")
package struct HTTPClient: Sendable {
  private let port: UInt16
  private let loop: EventLoop
  private let patience: Duration

  /// - Parameters:
  ///   - port: the port that the server listens at.
  ///   - loop: the loop in real time that the caller runs on, or whose clock it goes by.
  ///   - patience: how long an answer may take.
  package init(port: UInt16, loop: EventLoop, patience: Duration = .seconds(5)) {
    self.port = port
    self.loop = loop
    self.patience = patience
  }

  /// Asks for a page, and keeps the thread until it is there.
  package func get(_ path: String) throws(ClientError) -> HTTPResponse {
    try connection.exchange(Self.request(path), until: loop.clock.now.advanced(by: patience))
  }

  /// Asks for a page, and gives the thread back until it is there.
  package nonisolated(nonsending) func get(_ path: String) async throws(ClientError) -> HTTPResponse {
    try await connection.exchange(Self.request(path), until: loop.clock.now.advanced(by: patience))
  }

  /// Sends something, and keeps the thread until it is answered.
  ///
  /// It is sent once: whether to send it again after a failure, which may have come when all was done, is up to the caller.
  package func post(
    _ path: String, headers: Headers = [:], body: String
  ) throws(ClientError) -> HTTPResponse {
    let request = Self.request(path, method: "POST", headers: headers, body: body)
    return try connection.exchange(request, until: loop.clock.now.advanced(by: patience))
  }

  /// Sends something, and gives the thread back until it is answered.
  ///
  /// It is sent once: whether to send it again after a failure, which may have come when all was done, is up to the caller.
  package nonisolated(nonsending) func post(
    _ path: String, headers: Headers = [:], body: String
  ) async throws(ClientError) -> HTTPResponse {
    let request = Self.request(path, method: "POST", headers: headers, body: body)
    return try await connection.exchange(request, until: loop.clock.now.advanced(by: patience))
  }

  private var connection: ClientConnection {
    ClientConnection(port: port, loop: loop, context: ThreadContext())
  }

  static func request(_ path: String) -> [UInt8] {
    Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
  }

  private static func request(_ path: String, method: String, headers: Headers, body: String) -> [UInt8] {
    let fields = headers.fields.map { "\($0.name): \($0.value)\r\n" }.joined()
    return Array(
      "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        .utf8)
  }
}
