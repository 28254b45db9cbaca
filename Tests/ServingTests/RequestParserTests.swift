import Platform
import XCTest

@testable import Serving

/// The parser comes to the same, wherever the bytes are cut.
final class RequestParserTests: XCTestCase {
  static let limits: Limits = {
    var limits = Limits()
    (limits.requestLine, limits.head, limits.headers, limits.body) = (500, 2000, 20, 1000)
    return limits
  }()

  /// What a parser gives out for bytes that come in pieces: the requests as text, and the status that ends them.
  private func parse(_ pieces: [ArraySlice<UInt8>], limits: Limits = limits) -> [String] {
    var parser = RequestParser(limits: limits)
    var events: [String] = []
    for piece in pieces {
      piece.withUnsafeBytes { parser.receive($0) }
      do throws(Refusal) {
        events: while true {
          switch try parser.next() {
          case .needsBytes: break events
          case .continueExpected: break
          case .request(let request, let keepsAlive):
            let headers = request.headers.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
            let body = String(decoding: request.body, as: UTF8.self)
            events.append(
              "\(request.method) \(request.target) [\(headers)] \(body)\(keepsAlive ? "" : " close")")
          }
        }
      } catch {
        return events + ["\(error.status.code)"]
      }
    }
    return events
  }

  private func assertAlike(
    _ bytes: [UInt8], _ expected: [String], _ name: String, line: UInt = #line
  ) {
    XCTAssertEqual(parse([bytes[...]]), expected, name, line: line)
    XCTAssertEqual(parse(bytes.indices.map { bytes[$0...$0] }), expected, "\(name), byte by byte", line: line)
    // Every point matters in a request of usual length; the long ones are long in one place.
    for cut in stride(from: 0, to: bytes.count, by: bytes.count > 700 ? 17 : 1)
    where parse([bytes[..<cut], bytes[cut...]]) != expected {
      return XCTFail("\(name), cut at \(cut), comes to \(parse([bytes[..<cut], bytes[cut...]]))", line: line)
    }
  }

  func testRequests() {
    let cases: [(name: String, bytes: String, requests: [String])] = [
      ("plain", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET / [Host=a] "]),
      ("no value", "GET / HTTP/1.1\r\nHost:\r\n\r\n", ["GET / [Host=] "]),
      ("space around a value", "GET / HTTP/1.1\r\nHost:\t a \t\r\n\r\n", ["GET / [Host=a] "]),
      ("a tab within a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\tb\r\n\r\n", ["GET / [Host=a&X=a\tb] "]),
      ("UTF-8 in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: é\r\n\r\n", ["GET / [Host=a&X=é] "]),
      ("a query", "GET /a?b=c&d HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /a?b=c&d [Host=a] "]),
      ("an address", "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n", ["GET http://a/b [Host=a] "]),
      ("an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", ["OPTIONS * [Host=a] "]),
      ("a scheme in capitals", "GET HTTP://a:80 HTTP/1.1\r\nHost: b\r\n\r\n", ["GET HTTP://a:80 [Host=b] "]),
      ("an IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", ["GET / [Host=[::1]:80] "]),
      ("a port without a number", "GET / HTTP/1.1\r\nHost: a:\r\n\r\n", ["GET / [Host=a:] "]),
      ("a host with an escape", "GET / HTTP/1.1\r\nHost: a%c3%A9\r\n\r\n", ["GET / [Host=a%c3%A9] "]),
      ("PATCH", "PATCH / HTTP/1.1\r\nHost: a\r\n\r\n", ["PATCH / [Host=a] "]),
      ("a later minor version", "GET / HTTP/1.9\r\nHost: a\r\n\r\n", ["GET / [Host=a] "]),
      ("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", ["GET / []  close"]),
      (
        "HTTP/1.0 kept", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
        ["GET / [Connection=Keep-Alive] "]
      ),
      (
        "closing", "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, CLOSE\r\n\r\n",
        ["GET / [Host=a&Connection=x, CLOSE]  close"]
      ),
      ("empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET / [Host=a] "]),
      (
        "a body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
        ["POST / [Host=a&Content-Length=3] abc"]
      ),
      (
        "no body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        ["POST / [Host=a&Content-Length=0] "]
      ),
      (
        "the longest body",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" + String(repeating: "x", count: 1000),
        ["POST / [Host=a&Content-Length=1000] " + String(repeating: "x", count: 1000)]
      ),
      (
        "chunks",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n00A ;x=\"y\"\r\n0123456789\r\n0\r\n\r\n",
        ["POST / [Host=a&Transfer-Encoding=Chunked] abc0123456789"]
      ),
      (
        "trailers",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: 1\r\nY: 2\r\n\r\n",
        ["POST / [Host=a&Transfer-Encoding=chunked] a"]
      ),
      (
        "pipelined",
        "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nxGET /3 HTTP/1.1\r\nHost: a\r\n\r\n",
        ["GET /1 [Host=a] ", "POST /2 [Host=a&Content-Length=1] x", "GET /3 [Host=a] "]
      ),
      (
        "one and then nonsense", "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n",
        ["GET /1 [Host=a] ", "400"]
      ),
    ]
    for (name, bytes, requests) in cases { assertAlike(Array(bytes.utf8), requests, name) }
  }

  func testHostileBytesGetTheirStatusWhereverTheyAreCut() {
    XCTAssertGreaterThanOrEqual(HostileBytes.all.count, 100)
    XCTAssertEqual(
      Set(HostileBytes.all.map(\.name)).count, HostileBytes.all.count, "two cases have the same name")
    for hostile in HostileBytes.all { assertAlike(hostile.bytes, ["\(hostile.status)"], hostile.name) }
  }

  /// A request that ends too early is neither answered nor refused; it waits.
  func testNoProperBeginningIsRefused() {
    let whole = Array(
      "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: 1\r\n\r\n".utf8)
    for end in whole.indices { XCTAssertEqual(parse([whole[..<end]]), [], "\(end) bytes") }
  }

  func testAChangeOfAnyByteNeverCrashes() {
    let whole = Array(
      "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n".utf8)
    for index in whole.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = whole
        changed[index] = byte
        let events = parse([changed[...]])
        XCTAssertLessThanOrEqual(events.count, 2, "byte \(byte) at \(index): \(events)")
      }
    }
  }

  func testAConnectionThatWaitsHoldsNoBytes() {
    var parser = RequestParser(limits: Self.limits)
    Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8).withUnsafeBytes { parser.receive($0) }
    XCTAssertEqual(parser.stage, .head)
    guard case .request? = try? parser.next() else { return XCTFail("no request") }
    XCTAssertEqual(parser.stage, .idle)
  }
}
