/// What a handler answers.
public struct Response: Sendable, Hashable {
  /// The outcome.
  public var status: Status
  /// The header fields that the handler adds; lengths, dates and the connection are the server's business.
  public var headers: Headers
  /// The body.
  public var body: [UInt8]

  /// Creates a response with text as its body.
  public init(_ status: Status = .ok, headers: Headers = [:], body: String = "") {
    self.init(status, headers: headers, body: Array(body.utf8))
  }

  /// Creates a response with bytes as its body.
  public init(_ status: Status = .ok, headers: Headers = [:], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Answers requests; the same one stands behind every server.
///
/// What a handler throws becomes a 500, and the server goes on.
public typealias Handler = @Sendable (Request) async throws -> Response
