/// What a handler answers.
package struct HTTPResponse: Sendable, Hashable {
  /// The outcome.
  package var status: Status
  /// The header fields that the handler adds; lengths, dates and the connection are the server's business.
  package var headers: Headers
  /// The body.
  package var body: [UInt8]
  /// Whether the connection ends in the middle of the response, as it does when a server is ended by force.
  package var breaksOff = false

  package init(_ status: Status = .ok, headers: Headers = [:], body: String = "") {
    self.init(status, headers: headers, body: Array(body.utf8))
  }

  package init(_ status: Status = .ok, headers: Headers = [:], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Answers requests; the same one stands behind every server.
///
/// What a handler throws becomes a 500, and the server goes on.
package typealias Handler = @Sendable (HTTPRequest) async throws -> HTTPResponse
