/// Finds the status and the end of one response; what its body says is dropped as it comes.
struct ResponseReader {
  private enum State {
    case head
    /// So many bytes are to come.
    case body(Int)
    case chunks
    /// The body ends when the connection does.
    case untilEnd
    case complete
    case malformed
  }

  private(set) var status = 0
  private(set) var keepsAlive = true
  private var state = State.head
  private var head: [UInt8] = []
  private var chunks = BodyParser(.chunked, limits: unlimited)

  private static let longestHead = 64 * 1024
  private static let unlimited: Limits = {
    var limits = Limits()
    limits.body = .max
    return limits
  }()

  var isComplete: Bool { if case .complete = state { true } else { false } }
  var isMalformed: Bool { if case .malformed = state { true } else { false } }

  mutating func receive(_ piece: UnsafeRawBufferPointer) {
    switch state {
    case .head: receiveHead(piece)
    case .body(let missing): state = piece.count >= missing ? .complete : .body(missing - piece.count)
    case .chunks: receiveChunks(piece)
    case .untilEnd, .complete, .malformed: break
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
    read(text)
    // 100 Continue and its like come before the response itself.
    if (100..<200).contains(status) { state = .head }
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

  private mutating func read(_ text: String) {
    let lines = text.split(separator: "\r\n")
    guard let first = lines.first, first.hasPrefix("HTTP/1."), let code = Int(first.dropFirst(9).prefix(3))
    else {
      state = .malformed
      return
    }
    status = code
    keepsAlive = first.hasPrefix("HTTP/1.1")
    state = .untilEnd
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else {
        state = .malformed
        return
      }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      if name.equalsIgnoringCase("content-length") {
        guard let length = Int(value), length >= 0 else {
          state = .malformed
          return
        }
        state = length == 0 ? .complete : .body(length)
      } else if name.equalsIgnoringCase("transfer-encoding"), value.equalsIgnoringCase("chunked") {
        state = .chunks
      } else if name.equalsIgnoringCase("connection") {
        keepsAlive = !value.equalsIgnoringCase("close")
      }
    }
    if code == 204 || code == 304 { state = .complete }
    if case .untilEnd = state { keepsAlive = false }
  }

  private mutating func receiveChunks(_ piece: UnsafeRawBufferPointer) {
    guard (try? chunks.receive(piece)) != nil else {
      state = .malformed
      return
    }
    if chunks.isComplete { state = .complete }
  }
}
