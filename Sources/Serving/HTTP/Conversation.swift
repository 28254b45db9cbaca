/// One client's connection, as far as it is a matter of words: bytes in, requests out; responses in, bytes out.
///
/// It knows nothing of sockets and threads, so all three servers converse alike.
struct Conversation {
  /// What to do next.
  enum Step {
    /// Answer this request, and pass the answer to ``answer(_:)``.
    case request(HTTPRequest)
    /// Send these bytes and go on.
    case send([UInt8])
    /// Wait for bytes, at most until the deadline.
    case receive
    /// Send these bytes, then nothing; and let the client read them before the connection closes.
    case refuse([UInt8], Refusal)
    /// The conversation is over.
    case close
  }

  private let limits: Limits
  private var parser: RequestParser
  /// Whether the connection stays open after the answer that is due.
  private var keepsAlive = true
  private var isHead = false
  private var isOver = false
  private var hasAnswered = false
  /// Since when the parser is in its present stage.
  private var timed: (stage: RequestParser.Stage, since: Duration)?

  init(limits: Limits) {
    self.limits = limits
    parser = RequestParser(limits: limits)
  }

  /// How many bytes there are of requests that are not complete, or whose turn has not come.
  var held: Int { parser.held }

  /// Takes in what the client has sent.
  mutating func receive(_ bytes: UnsafeRawBufferPointer) { parser.receive(bytes) }

  /// Decides what to do next.
  mutating func next() -> Step {
    guard !isOver else { return .close }
    do throws(Refusal) {
      switch try parser.next() {
      case .needsBytes: return .receive
      case .continueExpected: return .send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
      case .request(let request, let keepsAlive):
        timed = nil
        isHead = request.method == "HEAD"
        self.keepsAlive = keepsAlive
        return .request(request)
      }
    } catch {
      return refuse(error)
    }
  }

  /// Writes the answer to the last request.
  ///
  /// - Parameter isLast: the server closes the connection, whatever the client would like.
  mutating func answer(_ response: HTTPResponse, isLast: Bool) -> [UInt8] {
    isOver = isLast || !keepsAlive || response.breaksOff
    hasAnswered = true
    let bytes = ResponseWriter.bytes(of: response, hasBody: !isHead, keepsAlive: !isOver)
    return response.breaksOff ? Array(bytes.prefix(bytes.count / 2)) : bytes
  }

  /// Until when the client has to send something more.
  mutating func deadline(now: Duration) -> Duration {
    if timed?.stage != parser.stage { timed = (parser.stage, now) }
    let since = timed?.since ?? now
    return switch parser.stage {
    case .idle: since + (hasAnswered ? limits.idleTime : limits.headTime)
    case .head: since + limits.headTime
    case .body: since + limits.bodyTime
    }
  }

  /// Decides what to do after the deadline has passed.
  mutating func expire() -> Step {
    // A client that had an answer may be about to send a request, and would take this for the answer to it.
    if parser.stage == .idle, hasAnswered {
      isOver = true
      return .close
    }
    return refuse(Refusal(.requestTimeout, "the request did not come in time"))
  }

  /// Ends the conversation with an answer that says why.
  mutating func refuse(_ refusal: Refusal) -> Step {
    isOver = true
    parser = RequestParser(limits: limits)
    return .refuse(ResponseWriter.bytes(of: refusal.response, keepsAlive: false), refusal)
  }
}
