import Platform

/// What a client may send that is not a request, and the status that it gets: malformed, oversized, ambiguous.
enum HostileBytes {
  struct Case {
    var name: String
    var bytes: [UInt8]
    var status: Int

    init(_ name: String, _ text: String, _ status: Int) {
      self.name = name
      bytes = Array(text.utf8)
      self.status = status
    }

    init(_ name: String, raw: [UInt8], _ status: Int) {
      self.name = name
      bytes = raw
      self.status = status
    }
  }

  /// A body limit of 1,000 bytes, a head limit of 2,000, a request line of 500 and 20 headers go with these.
  static let all = requestLines + lineEnds + headers + hosts + lengths + codings + chunks + sizes + noise

  private static func line(_ name: String, _ line: String, _ status: Int = 400) -> Case {
    Case(name, line + "\r\nHost: a\r\n\r\n", status)
  }

  private static func header(_ name: String, _ field: String, _ status: Int = 400) -> Case {
    Case(name, "GET / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n", status)
  }

  private static func host(_ name: String, _ host: String) -> Case {
    Case("a host: \(name)", "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n", 400)
  }

  private static func chunk(_ name: String, _ body: String, _ status: Int = 400) -> Case {
    Case(name, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(body)", status)
  }

  private static let requestLines = [
    line("a method alone", "GET"),
    line("no version", "GET /"),
    line("HTTP/0.9 with a space", "GET / "),
    line("two spaces after the method", "GET  / HTTP/1.1"),
    line("two spaces before the version", "GET /  HTTP/1.1"),
    line("a space at the front", " GET / HTTP/1.1"),
    line("a space at the end", "GET / HTTP/1.1 "),
    line("a tab between", "GET\t/\tHTTP/1.1"),
    line("a space in the target", "GET /a b HTTP/1.1"),
    line("an empty method", " / HTTP/1.1"),
    line("an empty target", "GET  HTTP/1.1"),
    line("brackets in the method", "G(E)T / HTTP/1.1"),
    line("a colon in the method", "GET: / HTTP/1.1"),
    line("a method that is not ASCII", "GÉT / HTTP/1.1"),
    line("a target that is not ASCII", "GET /é HTTP/1.1"),
    line("a control character in the target", "GET /\u{1} HTTP/1.1"),
    line("a delete character in the target", "GET /\u{7F} HTTP/1.1"),
    line("a null in the target", "GET /\0 HTTP/1.1"),
    line("a null in the method", "G\0T / HTTP/1.1"),
    line("a target without a slash", "GET index.html HTTP/1.1"),
    line("an asterisk for GET", "GET * HTTP/1.1"),
    line("an asterisk for another method", "PUT * HTTP/1.1"),
    line("an asterisk and more", "OPTIONS *x HTTP/1.1"),
    line("an address without a host", "GET http:///x HTTP/1.1"),
    line("an address with a user", "GET http://user@a/ HTTP/1.1"),
    line("an address with two ports", "GET http://a:1:2/ HTTP/1.1"),
    line("an address with one slash", "GET http:/a HTTP/1.1"),
    line("an address whose host is a query", "GET http://?a HTTP/1.1"),
    line("a tunnel", "CONNECT a:1 HTTP/1.1", 501),
    line("a path for CONNECT", "CONNECT / HTTP/1.1", 501),
    line("an echo of the headers", "TRACE / HTTP/1.1", 501),
    line("an unknown method", "BREW / HTTP/1.1", 501),
    line("a known method in small letters", "get / HTTP/1.1", 501),
    line("another scheme", "GET file:///etc/passwd HTTP/1.1"),
    line("a lower-case version", "GET / http/1.1"),
    line("another protocol", "GET / ICY/1.1"),
    line("no digits", "GET / HTTP/x.y"),
    line("one digit", "GET / HTTP/1"),
    line("a version of three digits", "GET / HTTP/1.10"),
    line("a comma in the version", "GET / HTTP/1,1"),
    line("no slash in the version", "GET / HTTP 1.1"),
    line("a sign in the version", "GET / HTTP/+1.1"),
    line("HTTP/2", "GET / HTTP/2.0", 505),
    line("HTTP/0.9 by number", "GET / HTTP/0.9", 505),
    line("HTTP/9", "GET / HTTP/9.9", 505),
    Case("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    line("a header as the first line", "Host: a"),
    line("a response", "HTTP/1.1 200 OK"),
  ]

  private static let lineEnds = [
    Case("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400),
    Case("a bare line feed after the first line", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400),
    Case("a bare line feed after a header", "GET / HTTP/1.1\r\nHost: a\nX: 1\r\n\r\n", 400),
    Case("a bare line feed as the empty line", "GET / HTTP/1.1\r\nHost: a\r\n\n", 400),
    Case("a bare carriage return in the first line", "GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    Case("a bare carriage return between headers", "GET / HTTP/1.1\r\nHost: a\rX: 1\r\n\r\n", 400),
    Case("two carriage returns", "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", 400),
    Case("a line feed first", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    Case("a carriage return first", "\rGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    Case("a carriage return in the empty line", "GET / HTTP/1.1\r\nHost: a\r\n\r\r\n\r\n", 400),
  ]

  private static let headers = [
    header("no colon", "Broken"),
    header("no name", ": value"),
    header("a space before the colon", "X : 1"),
    header("a tab before the colon", "X\t: 1"),
    header("a space in the name", "X Y: 1"),
    header("a name that is not ASCII", "Xé: 1"),
    header("a null in the name", "X\0: 1"),
    header("a null in the value", "X: a\0b"),
    header("a control character in the value", "X: a\u{1}b"),
    header("a delete character in the value", "X: a\u{7F}b"),
    header("an escape sequence in the value", "X: \u{1B}[2J"),
    header("a folded line", "X: 1\r\n more"),
    header("a line folded by a tab", "X: 1\r\n\tmore"),
    header("a folded line right after the host", " folded"),
    header("quotes in the name", "\"X\": 1"),
    header("a slash in the name", "X/Y: 1"),
    header("brackets in the name", "X[]: 1"),
    Case("a folded first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400),
    header("an unknown expectation", "Expect: a miracle", 417),
    header("an empty expectation", "Expect:", 417),
  ]

  private static let hosts = [
    Case("no host", "GET / HTTP/1.1\r\n\r\n", 400),
    header("two hosts", "Host: b"),
    header("the same host twice", "host: a"),
    Case("a host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
    Case("a host with a slash", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    host("a user", "user@a"),
    host("two ports", "a:1:2"),
    host("a port that is a word", "a:http"),
    host("a port with a sign", "a:+1"),
    host("a port beyond 16 bits", "a:65536"),
    host("a port alone", ":80"),
    host("a bracket that stays open", "[::1"),
    host("a bracket that was never opened", "::1]"),
    host("empty brackets", "[]"),
    host("a name in brackets", "[a]"),
    host("an IPv4 address in brackets", "[1.2.3.4]"),
    host("too many colons", "[1:::2]"),
    host("an IPv6 address without brackets", "::1"),
    host("an IPv6 address and a name", "[::1]a"),
    host("an IPv6 address with a zone", "[fe80::1%25eth0]"),
    host("a broken escape", "a%zz"),
    host("half an escape", "a%2"),
    host("a question mark", "a?b"),
    host("a hash", "a#b"),
    host("a backslash", "a\\b"),
    host("not ASCII", "é"),
    Case("a list of hosts", "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n", 400),
    Case("two hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400),
  ]

  private static let lengths = [
    header("a negative length", "Content-Length: -1"),
    header("a length with a sign", "Content-Length: +1"),
    header("a length that is a word", "Content-Length: many"),
    header("a hexadecimal length", "Content-Length: 0x1"),
    header("a length with a fraction", "Content-Length: 1.0"),
    header("an empty length", "Content-Length:"),
    header("a length with a space", "Content-Length: 1 0"),
    header("a list of lengths", "Content-Length: 5, 5"),
    header("two lengths", "Content-Length: 5\r\nContent-Length: 6"),
    header("the same length twice", "Content-Length: 5\r\nContent-Length: 5"),
    header("a length in Arabic digits", "Content-Length: ٣"),
    header("a length beyond the limit", "Content-Length: 1001", 413),
    header("a length beyond 64 bits", "Content-Length: 99999999999999999999999999", 413),
    header("a length just beyond 64 bits", "Content-Length: 9223372036854775808", 413),
    header("a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked"),
    header("chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 5"),
    header("chunks and a length of zero", "Transfer-Encoding: chunked\r\nContent-Length: 0"),
  ]

  private static let codings = [
    header(
      "chunks within two other codings", "Transfer-Encoding: gzip\r\nTransfer-Encoding: deflate, chunked", 501
    ),
    header("an unknown coding", "Transfer-Encoding: gzip"),
    header("an unknown coding after chunks", "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip"),
    header("nothing after chunks", "Transfer-Encoding: chunked,"),
    header("nothing before chunks", "Transfer-Encoding: ,chunked"),
    header("chunks with a parameter", "Transfer-Encoding: chunked;a=b"),
    header("chunks within another coding", "Transfer-Encoding: gzip, chunked", 501),
    header("chunks not last", "Transfer-Encoding: chunked, identity"),
    header("identity", "Transfer-Encoding: identity"),
    header("an empty coding", "Transfer-Encoding:"),
    header("a misspelt coding", "Transfer-Encoding: xchunked"),
    header("chunks twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
    header("a coding behind a control character", "Transfer-Encoding: \u{B}chunked"),
    Case("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
  ]

  private static let chunks = [
    chunk("a size that is a word", "many\r\n"),
    chunk("an empty size", "\r\n"),
    chunk("a negative size", "-1\r\n"),
    chunk("a size with a sign", "+1\r\na\r\n"),
    chunk("a size with 0x", "0x1\r\na\r\n"),
    chunk("a space before the size", " 1\r\na\r\n"),
    chunk("letters after the size", "1 a\r\na\r\n"),
    chunk("a size ended by a line feed", "1\na\r\n"),
    chunk("a carriage return in the size", "1\r2\r\n"),
    chunk("a size beyond 64 bits", "fffffffffffffffff\r\n", 413),
    chunk("the greatest size", "7fffffffffffffff\r\n", 413),
    chunk("a size beyond the limit", "3e9\r\n", 413),
    chunk(
      "chunks beyond the limit together", "3e8\r\n" + String(repeating: "a", count: 1000) + "\r\n1\r\n", 413),
    chunk("an endless size", String(repeating: "0", count: 300)),
    chunk("an endless extension", "1;" + String(repeating: "x", count: 300)),
    chunk("a control character in the extension", "1;\u{1}\r\n"),
    chunk("a chunk longer than its size", "1\r\nab\r\n"),
    chunk("a chunk without its end", "1\r\na1\r\n"),
    chunk("a chunk ended by a line feed", "1\r\na\n0\r\n\r\n"),
    chunk("a trailer without a colon", "0\r\nbroken\r\n\r\n"),
    chunk("a trailer with a control character", "0\r\nX: \u{1}\r\n\r\n"),
    chunk("a trailer ended by a line feed", "0\r\nX: 1\n\r\n"),
    chunk("too many trailers", "0\r\n" + String(repeating: "X: 1\r\n", count: 25) + "\r\n", 431),
    chunk("endless trailers", "0\r\nX: " + String(repeating: "x", count: 2500), 431),
  ]

  private static let sizes = [
    Case("an endless first line", String(repeating: "G", count: 3000), 414),
    Case("an endless target", "GET /" + String(repeating: "a", count: 600), 414),
    line("a target beyond the limit", "GET /" + String(repeating: "a", count: 600) + " HTTP/1.1", 414),
    header("a header beyond the limit", "X: " + String(repeating: "a", count: 2500), 431),
    Case("an endless header", "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 2500), 431),
    Case("an endless name", "GET / HTTP/1.1\r\n" + String(repeating: "a", count: 2500), 431),
    header("too many headers", String(repeating: "X: 1\r\n", count: 25) + "Y: 1", 431),
    Case("endless headers", "GET / HTTP/1.1\r\n" + String(repeating: "X: 1\r\n", count: 400), 431),
  ]

  private static let noise = [
    Case("a TLS handshake", raw: [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3, 13, 10, 13, 10], 400),
    Case("nulls", raw: [UInt8](repeating: 0, count: 100) + [13, 10, 13, 10], 400),
    Case("all bytes", raw: Array(0...255), 400),
    Case("high bytes", raw: [UInt8](repeating: 0xFF, count: 600), 414),
    Case("a dump of SSH", "SSH-2.0-OpenSSH_9.6\r\n\r\n", 400),
    Case("a line of mail", "HELO localhost\r\n\r\n", 400),
    Case("a command of Redis", "*1\r\n$4\r\nPING\r\n\r\n", 400),
    Case("a second request that is none", "nonsense\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
  ]
}
