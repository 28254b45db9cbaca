/// The outcome of a request in three digits, as RFC 9110 numbers them.
package struct Status: Sendable, Hashable {
  /// The three digits.
  package var code: Int
  /// The words that go with them; for people alone.
  package var reason: String

  package init(_ code: Int, _ reason: String) {
    precondition((100...999).contains(code), "a status has three digits")
    self.code = code
    self.reason = reason
  }

  /// 200: the answer is in the body.
  package static let ok = Status(200, "OK")
  /// 204: done, and there is nothing to say.
  package static let noContent = Status(204, "No Content")
  /// 400: the request is malformed.
  package static let badRequest = Status(400, "Bad Request")
  /// 404: there is nothing under this name.
  package static let notFound = Status(404, "Not Found")
  /// 408: the request did not come in time.
  package static let requestTimeout = Status(408, "Request Timeout")
  /// 413: the body is longer than this server takes.
  package static let contentTooLarge = Status(413, "Content Too Large")
  /// 414: the request line is longer than this server takes.
  package static let uriTooLong = Status(414, "URI Too Long")
  /// 417: the request expects something that this server does not know.
  package static let expectationFailed = Status(417, "Expectation Failed")
  /// 431: there are more headers, or longer ones, than this server takes.
  package static let headersTooLarge = Status(431, "Request Header Fields Too Large")
  /// 500: the handler failed.
  package static let internalServerError = Status(500, "Internal Server Error")
  /// 501: the body comes in a coding that this server does not know.
  package static let notImplemented = Status(501, "Not Implemented")
  /// 503: the server has no room for this request now.
  package static let serviceUnavailable = Status(503, "Service Unavailable")
  /// 505: this server speaks HTTP/1.1 and 1.0 alone.
  package static let versionNotSupported = Status(505, "HTTP Version Not Supported")
}
