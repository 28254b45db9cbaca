import EventLoop
import Foundation
import Platform

/// Writes a response as it goes over the wire.
enum ResponseWriter {
  /// - Parameters:
  ///   - hasBody: false for the answer to HEAD, which has the length of a body and not the body itself.
  ///   - keepsAlive: whether the connection stays open afterwards.
  static func bytes(of response: HTTPResponse, hasBody: Bool = true, keepsAlive: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192 + response.body.count)
    bytes.append(contentsOf: "HTTP/1.1 ".utf8)
    bytes.append(contentsOf: String(response.status.code).utf8)
    bytes.append(.space)
    bytes.append(contentsOf: response.status.reason.utf8)
    bytes.append(contentsOf: "\r\nDate: ".utf8)
    bytes.append(contentsOf: HTTPDate.now)
    for field in response.headers.fields where !isOurs(field.name) {
      append(field.name, field.value.utf8, to: &bytes)
    }
    let allowsBody = response.status.code >= 200 && response.status.code != 204 && response.status.code != 304
    if allowsBody {
      if !response.body.isEmpty, response.headers["content-type"] == nil {
        bytes.append(contentsOf: "\r\nContent-Type: text/plain; charset=utf-8".utf8)
      }
      append("Content-Length", String(response.body.count).utf8, to: &bytes)
    }
    // Said in both cases: a client of HTTP/1.0 that asked to keep the connection has to be told.
    bytes.append(
      contentsOf: (keepsAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n").utf8)
    if allowsBody, hasBody { bytes.append(contentsOf: response.body) }
    return bytes
  }

  private static func append(_ name: String, _ value: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
    bytes.append(contentsOf: name.utf8)
    bytes.append(.colon)
    bytes.append(.space)
    bytes.append(contentsOf: value)
  }

  /// What only the server knows; a handler's word on it could only be wrong.
  private static func isOurs(_ name: String) -> Bool {
    ["date", "content-length", "transfer-encoding", "connection"].contains { name.equalsIgnoringCase($0) }
  }
}

/// The date of a response, in the form of RFC 9110 section 5.6.7. Written once a second, since that takes longer than a request.
private enum HTTPDate {
  private static let cache = Guarded<(second: time_t, text: [UInt8])>((-1, []))

  static var now: [UInt8] {
    let second = time(nil)
    return cache.withLock { cache in
      if cache.second != second { cache = (second, written(second)) }
      return cache.text
    }
  }

  private static func written(_ second: time_t) -> [UInt8] {
    var (second, parts) = (second, tm())
    gmtime_r(&second, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      let count = strftime(text.baseAddress, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
      return text.prefix(count).map(UInt8.init(bitPattern:))
    }
  }
}
