/// Makes requests of bytes, however these are cut into pieces.
///
/// It holds no more than a client may send at once: it takes bytes in, gives out what is complete, and asks for more.
package struct RequestParser {
  /// What the parser has come to.
  package enum Event {
    /// A request is complete; whether the client keeps the connection afterwards.
    case request(HTTPRequest, keepsAlive: Bool)
    /// The client waits for a word before it sends the body.
    case continueExpected
    /// There is no more without further bytes.
    case needsBytes
  }

  /// Where in a request the parser is.
  enum Stage: Hashable {
    /// Between two requests.
    case idle
    case head
    case body
  }

  private enum State {
    /// A head has begun, or will.
    case head
    /// The head is complete, and its body is not.
    case body(HeadParser.Head)
    /// The client is not listened to any more.
    case refused(Refusal)
  }

  private let limits: Limits
  private var state = State.head
  /// What has been received and not been used; the first `used` bytes have.
  private var bytes: [UInt8] = []
  private var used = 0
  /// What there is of the body that is awaited.
  private var body: BodyParser
  /// How far the end of the head has been looked for.
  private var searched = 0

  package init(limits: Limits) {
    self.limits = limits
    body = BodyParser(.none, limits: limits)
  }

  var stage: Stage {
    if case .head = state { return bytes.isEmpty ? .idle : .head }
    return .body
  }

  /// How many bytes of unfinished requests there are.
  package var held: Int { bytes.count + body.bytes.count }

  /// Takes bytes in.
  package mutating func receive(_ piece: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: piece)
  }

  /// Gives out what the bytes so far come to. After a refusal, nothing but that refusal.
  package mutating func next() throws(Refusal) -> Event {
    do throws(Refusal) {
      switch state {
      case .refused(let refusal): throw refusal
      case .head: return try readHead()
      case .body(let head): return try readBody(of: head)
      }
    } catch {
      state = .refused(error)
      discard(upTo: bytes.count)
      throw error
    }
  }

  private mutating func readHead() throws(Refusal) -> Event {
    guard let end = try endOfHead() else { return .needsBytes }
    let (start, limits) = (used, limits)
    let head = try bytes.withBytes { (bytes) throws(Refusal) in
      // With the end of the last line, and without the empty one after it.
      try HeadParser.parse(bytes[start..<(end - 2)], limits: limits)
    }
    let isAlone = end == bytes.count
    discard(upTo: end)
    guard head.body != .none else { return .request(head.request, keepsAlive: head.keepsAlive) }
    body = BodyParser(head.body, limits: limits)
    state = .body(head)
    return head.expectsContinue && isAlone ? .continueExpected : try readBody(of: head)
  }

  private mutating func readBody(of head: HeadParser.Head) throws(Refusal) -> Event {
    let (piece, start) = (bytes, used)
    let taken = try piece.withBytes { (piece) throws(Refusal) in
      try body.receive(UnsafeRawBufferPointer(rebasing: piece[start...]))
    }
    discard(upTo: used + taken)
    guard body.isComplete else { return .needsBytes }
    var request = head.request
    request.body = body.bytes
    body = BodyParser(.none, limits: limits)
    state = .head
    return .request(request, keepsAlive: head.keepsAlive)
  }

  /// Finds the empty line that ends the head. Empty lines before the head are skipped, as RFC 9112 section 2.2 asks.
  private mutating func endOfHead() throws(Refusal) -> Int? {
    while used + 1 < bytes.count, bytes[used] == .carriageReturn, bytes[used + 1] == .lineFeed {
      discard(upTo: used + 2)
    }
    let (start, from, limits) = (used, max(searched, used), limits)
    let (end, index) = try bytes.withBytes { (bytes) throws(Refusal) -> (Int?, Int) in
      var index = from
      while index < bytes.count, index - start <= limits.head {
        if bytes[index] == .lineFeed {
          guard index > start, bytes[index - 1] == .carriageReturn else {
            throw Refusal(.badRequest, "a line ends in something else than CR LF")
          }
          if index - start >= 3, bytes[index - 2] == .lineFeed { return (index + 1, index) }
        }
        index += 1
      }
      if index - start > limits.requestLine + 2, !bytes[start..<index].contains(.lineFeed) {
        throw Refusal(.uriTooLong, "the request line is longer than \(limits.requestLine) bytes")
      }
      if index - start > limits.head {
        throw Refusal(.headersTooLarge, "a head of more than \(limits.head) bytes")
      }
      return (nil, index)
    }
    searched = index
    return end
  }

  /// Forgets what has been used; a connection that waits for its next request holds no buffer.
  private mutating func discard(upTo end: Int) {
    searched = 0
    if end == bytes.count {
      bytes = []
      used = 0
    } else {
      used = end
      if used > 64 * 1024 {
        bytes.removeFirst(used)
        used = 0
      }
    }
  }
}

extension [UInt8] {
  /// Lends the bytes out, and keeps the type of the error.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws(Refusal) -> Result) throws(Refusal) -> Result
  {
    let result: Swift.Result<Result, Refusal> = withUnsafeBytes { bytes in
      do throws(Refusal) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
