/// Reads one response, in whatever pieces it comes.
struct ResponseReader {
  private enum State {
    case head
    /// This many bytes are still to come.
    case body(Int)
    case chunks(BodyParser)
    /// The body ends when the connection does.
    case untilEnd
    case complete
    case malformed
  }

  /// The response, once it is complete.
  private(set) var response = HTTPResponse()
  private(set) var keepsAlive = true
  /// Whether nothing of the response has come yet.
  private(set) var isUntouched = true
  private var state = State.head
  private var head: [UInt8] = []

  private static let longestHead = 64 * 1024
  private static let unlimited: Limits = {
    var limits = Limits()
    limits.body = .max
    return limits
  }()

  var isComplete: Bool { if case .complete = state { true } else { false } }
  var isMalformed: Bool { if case .malformed = state { true } else { false } }

  mutating func receive(_ piece: UnsafeRawBufferPointer) {
    isUntouched = false
    switch state {
    case .head: receiveHead(piece)
    case .body(let missing):
      response.body += piece.prefix(missing)
      state = piece.count >= missing ? .complete : .body(missing - piece.count)
    case .chunks(var chunks):
      guard (try? chunks.receive(piece)) != nil else {
        state = .malformed
        return
      }
      response.body = chunks.bytes
      state = chunks.isComplete ? .complete : .chunks(chunks)
    case .untilEnd: response.body += piece
    case .complete, .malformed: break
    }
  }

  mutating func receiveEnd() {
    if case .untilEnd = state { state = .complete } else if !isComplete { state = .malformed }
  }

  private mutating func receiveHead(_ piece: UnsafeRawBufferPointer) {
    let known = head.count
    head.append(contentsOf: piece)
    guard let end = Self.endOfHead(head, from: max(0, known - 3)) else {
      if head.count > Self.longestHead { state = .malformed }
      return
    }
    let text = String(decoding: head[..<end], as: UTF8.self)
    let rest = Array(head[end...])
    head = []
    state = read(text)
    // 100 Continue and its like come before the response itself.
    if (100..<200).contains(response.status.code) { state = .head }
    if !rest.isEmpty { rest.withUnsafeBytes { receive($0) } }
  }

  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 3 < bytes.count {
      if bytes[index] == .carriageReturn, bytes[index + 1] == .lineFeed, bytes[index + 2] == .carriageReturn,
        bytes[index + 3] == .lineFeed
      {
        return index + 4
      }
      index += 1
    }
    return nil
  }

  /// Reads a head. Returns how the body ends.
  private mutating func read(_ text: String) -> State {
    let lines = text.split(separator: "\r\n")
    guard let first = lines.first, first.hasPrefix("HTTP/1."),
      let code = Int(first.dropFirst(9).prefix(3)), (100...999).contains(code)
    else { return .malformed }
    response = HTTPResponse(Status(code, String(first.dropFirst(13))))
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return .malformed }
      response.headers.append(
        String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
    }
    let connection = response.headers["connection"]
    keepsAlive = connection.map { !$0.equalsIgnoringCase("close") } ?? first.hasPrefix("HTTP/1.1")
    if code == 204 || code == 304 { return .complete }
    if response.headers["transfer-encoding"]?.equalsIgnoringCase("chunked") == true {
      return .chunks(BodyParser(.chunked, limits: Self.unlimited))
    }
    guard let length = response.headers["content-length"] else {
      keepsAlive = false
      return .untilEnd
    }
    guard let length = Int(length), length >= 0 else { return .malformed }
    return length == 0 ? .complete : .body(length)
  }
}
