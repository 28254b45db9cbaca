/// Reads the head of a request, whole: the request line and the header fields (RFC 9112, sections 2 to 5).
///
/// It is strict where leniency has let requests be smuggled past other servers: lines end in CR LF alone, no space before
/// a colon, no folded lines, no control characters, one host.
struct HeadParser {
  /// What the head says about the rest of the request and about the connection.
  struct Head {
    var request: HTTPRequest
    var body = BodyLength.none
    var expectsContinue = false
    var keepsAlive: Bool
  }

  /// How the end of the body is found.
  enum BodyLength: Hashable {
    case none
    case bytes(Int)
    case chunked
  }

  private let limits: Limits
  private var host: Int = 0
  private var contentLength: Int?
  /// The transfer codings in the order in which they were applied, from all fields of that name.
  private var codings: [String] = []

  init(limits: Limits) {
    self.limits = limits
  }

  /// Parses a head without the empty line at its end.
  static func parse(_ bytes: Slice<UnsafeRawBufferPointer>, limits: Limits) throws(Refusal) -> Head {
    var parser = HeadParser(limits: limits)
    return try parser.parse(UnsafeRawBufferPointer(rebasing: bytes))
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> Head {
    var rest = bytes[...]
    guard let requestLine = try Self.takeLine(from: &rest) else {
      throw Refusal(.badRequest, "the request line is missing")
    }
    var (head, isOld) = try parse(requestLine: requestLine)
    while let line = try Self.takeLine(from: &rest) {
      guard head.request.headers.fields.count < limits.headers else {
        throw Refusal(.headersTooLarge, "more than \(limits.headers) header fields")
      }
      let field = try HeadParser.parse(fieldLine: line)
      try note(field, isOld: isOld, in: &head)
      head.request.headers.append(checked: field)
    }
    guard host == 1 || isOld && host == 0 else {
      throw Refusal(.badRequest, "a request names its host, once")
    }
    if !codings.isEmpty {
      guard contentLength == nil else { throw Refusal(.badRequest, "both a length and chunks") }
      guard !isOld else { throw Refusal(.badRequest, "HTTP/1.0 knows no chunks") }
      try checkCodings()
      head.body = .chunked
    } else if let contentLength, contentLength > 0 {
      head.body = .bytes(contentLength)
    }
    if head.body == .none { head.expectsContinue = false }
    return head
  }

  /// Takes the next line, and leaves out the CR LF that ends it; `nil` behind the last.
  private static func takeLine(
    from rest: inout Slice<UnsafeRawBufferPointer>
  ) throws(Refusal) -> Slice<UnsafeRawBufferPointer>? {
    guard !rest.isEmpty else { return nil }
    var end = rest.startIndex
    while end < rest.endIndex, rest[end] != .lineFeed, rest[end] != .carriageReturn { end += 1 }
    guard rest[end...].starts(with: "\r\n".utf8) else {
      throw Refusal(.badRequest, "a line ends in something else than CR LF")
    }
    defer { rest = rest[(end + 2)...] }
    return rest[..<end]
  }

  /// Where the body ends can be told only if it comes in chunks, once, and last (RFC 9112, section 6.3).
  private func checkCodings() throws(Refusal) {
    let chunked = codings.indices.filter { codings[$0].equalsIgnoringCase("chunked") }
    guard chunked == [codings.count - 1], codings.allSatisfy({ !$0.isEmpty }) else {
      throw Refusal(.badRequest, "the last transfer coding, and only the last, has to be chunked")
    }
    guard codings.count == 1 else {
      throw Refusal(.notImplemented, "the only transfer coding this server knows is chunked")
    }
  }

  // MARK: The request line

  private func parse(requestLine line: Slice<UnsafeRawBufferPointer>) throws(Refusal) -> (Head, isOld: Bool) {
    guard line.count <= limits.requestLine else {
      throw Refusal(.uriTooLong, "the request line is longer than \(limits.requestLine) bytes")
    }
    guard let first = line.firstIndex(of: .space), let last = line.lastIndex(of: .space), first < last else {
      throw Refusal(.badRequest, "a request line is a method, a target and a version")
    }
    let (method, target, version) = (line[..<first], line[(first + 1)..<last], line[(last + 1)...])
    guard !method.isEmpty, method.allSatisfy(\.isTokenCharacter) else {
      throw Refusal(.badRequest, "the method is not a word")
    }
    guard !target.isEmpty, target.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      throw Refusal(.badRequest, "the target has spaces or control characters")
    }
    guard version.count == 8, version.starts(with: "HTTP/".utf8), version[version.startIndex + 6] == .dot,
      version[version.startIndex + 5].isDigit, version[version.startIndex + 7].isDigit
    else { throw Refusal(.badRequest, "the version is not HTTP and two digits") }
    guard version[version.startIndex + 5] == .one else {
      throw Refusal(.versionNotSupported, "this server speaks HTTP/1.1")
    }
    let isOld = version[version.startIndex + 7] == .zero
    let request = HTTPRequest(
      String(decoding: method, as: UTF8.self), String(decoding: target, as: UTF8.self))
    guard Self.isKnown(method: request.method) else {
      throw Refusal(.notImplemented, "this server does not know the method \(request.method.prefix(20))")
    }
    guard Self.isProper(target: request.target, method: request.method) else {
      throw Refusal(.badRequest, "the target is neither a path nor an address")
    }
    return (Head(request: request, keepsAlive: !isOld), isOld)
  }

  /// What a handler may be asked (RFC 9110, section 9). No tunnel is built for CONNECT, and TRACE would give headers away.
  private static func isKnown(method: String) -> Bool {
    switch method {
    case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH": true
    default: false
    }
  }

  /// RFC 9112, section 3.2: a path, a whole address, an asterisk for OPTIONS.
  private static func isProper(target: String, method: String) -> Bool {
    if target.utf8.first == .slash { return true }
    if target == "*" { return method == "OPTIONS" }
    guard let colon = target.firstIndex(of: ":"), target[colon...].hasPrefix("://") else { return false }
    let scheme = String(target[..<colon])
    guard scheme.equalsIgnoringCase("http") || scheme.equalsIgnoringCase("https") else { return false }
    return Authority.isProper(target[colon...].dropFirst(3).prefix { $0 != "/" && $0 != "?" })
  }

  // MARK: Header fields

  /// Parses one header or trailer field.
  static func parse(fieldLine line: Slice<UnsafeRawBufferPointer>) throws(Refusal) -> Headers.Field {
    guard let colon = line.firstIndex(of: .colon) else {
      throw Refusal(.badRequest, "a header without a colon")
    }
    let name = line[..<colon]
    guard !name.isEmpty, name.allSatisfy(\.isTokenCharacter) else {
      throw Refusal(.badRequest, "the name of a header is not a word")
    }
    var value = line[(colon + 1)...]
    while let first = value.first, first.isBlank { value.removeFirst() }
    while let last = value.last, last.isBlank { value.removeLast() }
    guard value.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == .tab }) else {
      throw Refusal(.badRequest, "a header with control characters")
    }
    return Headers.Field(
      name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self))
  }

  /// Takes note of the fields that say where the request ends and what becomes of the connection.
  private mutating func note(_ field: Headers.Field, isOld: Bool, in head: inout Head) throws(Refusal) {
    // Nearly all other names differ from these already in their length.
    switch field.name.utf8.count {
    case 4 where field.name.equalsIgnoringCase("host"):
      host += 1
      guard Authority.isProper(field.value[...], mayBeEmpty: true) else {
        throw Refusal(.badRequest, "the host is neither a name nor an address")
      }
    case 6 where field.name.equalsIgnoringCase("expect"):
      guard field.value.equalsIgnoringCase("100-continue") else {
        throw Refusal(.expectationFailed, "the only expectation this server knows is 100-continue")
      }
      head.expectsContinue = !isOld
    case 10 where field.name.equalsIgnoringCase("connection"):
      for option in field.value.split(separator: ",") {
        let option = String(option.filter { $0 != " " && $0 != "\t" })
        if option.equalsIgnoringCase("close") { head.keepsAlive = false }
        if isOld, option.equalsIgnoringCase("keep-alive") { head.keepsAlive = true }
      }
    case 14 where field.name.equalsIgnoringCase("content-length"):
      guard contentLength == nil else { throw Refusal(.badRequest, "more than one length") }
      contentLength = try length(field.value)
    case 17 where field.name.equalsIgnoringCase("transfer-encoding"):
      codings += field.value.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.filter { $0 != " " && $0 != "\t" })
      }
    default: break
    }
  }

  private func length(_ text: String) throws(Refusal) -> Int {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
      throw Refusal(.badRequest, "the length of the body is not a number")
    }
    guard let length = Int(text), length <= limits.body else {
      throw Refusal(.contentTooLarge, "a body of more than \(limits.body) bytes")
    }
    return length
  }
}
