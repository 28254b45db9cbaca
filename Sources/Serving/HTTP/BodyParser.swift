/// Collects the body of a request: a stated number of bytes, or chunks (RFC 9112, section 7.1).
struct BodyParser {
  private enum State {
    /// This many bytes of data are still to come; of the whole body, or of a chunk.
    case data(Int, isChunk: Bool)
    /// A chunk's size, or the empty line after a chunk, or trailers: up to the next CR LF.
    case size
    case endOfChunk
    case trailers(Int)
    case complete
  }

  /// The line before a chunk: a size of up to 16 digits, and extensions, which are ignored.
  private static let longestSizeLine = 256

  private let limits: Limits
  private var state: State
  private(set) var bytes: [UInt8] = []
  private var trailerBytes = 0
  private var line: [UInt8] = []

  init(_ length: HeadParser.BodyLength, limits: Limits) {
    self.limits = limits
    switch length {
    case .none: state = .complete
    case .bytes(let count): state = .data(count, isChunk: false)
    case .chunked: state = .size
    }
  }

  var isComplete: Bool { if case .complete = state { true } else { false } }

  /// Takes bytes in. Returns how many belong to this body.
  mutating func receive(_ piece: UnsafeRawBufferPointer) throws(Refusal) -> Int {
    var index = 0
    while index < piece.count, !isComplete {
      if case .data(let missing, let isChunk) = state {
        let count = min(missing, piece.count - index)
        bytes.append(contentsOf: piece[index..<(index + count)])
        index += count
        let rest = missing - count
        state = rest > 0 ? .data(rest, isChunk: isChunk) : isChunk ? .endOfChunk : .complete
      } else {
        try receive(piece[index])
        index += 1
      }
    }
    return index
  }

  /// Takes a byte of the lines between the data.
  private mutating func receive(_ byte: UInt8) throws(Refusal) {
    guard byte == .lineFeed else {
      guard line.last != .carriageReturn else {
        throw Refusal(.badRequest, "a bare carriage return in a chunk")
      }
      line.append(byte)
      return try checkLength()
    }
    guard line.popLast() == .carriageReturn else {
      throw Refusal(.badRequest, "a chunk's line ends without CR LF")
    }
    defer { line.removeAll(keepingCapacity: true) }
    switch state {
    case .size: try readSize()
    case .endOfChunk:
      guard line.isEmpty else { throw Refusal(.badRequest, "a chunk is longer than it says") }
      state = .size
    case .trailers(let count): try readTrailer(count)
    case .data, .complete: preconditionFailure("data has no lines")
    }
  }

  private mutating func checkLength() throws(Refusal) {
    switch state {
    case .size where line.count > Self.longestSizeLine:
      throw Refusal(.badRequest, "the size of a chunk is too long")
    case .endOfChunk where line.count > 1: throw Refusal(.badRequest, "a chunk is longer than it says")
    case .trailers:
      trailerBytes += 1
      if trailerBytes > limits.head {
        throw Refusal(.headersTooLarge, "trailers of more than \(limits.head) bytes")
      }
    default: break
    }
  }

  private mutating func readSize() throws(Refusal) {
    let digits = line.prefix { $0.hexadecimal != nil }
    let rest = line[digits.endIndex...].drop(while: \.isBlank)
    guard !digits.isEmpty, rest.isEmpty || rest.first == .semicolon,
      rest.allSatisfy({ $0 >= 32 || $0 == .tab })
    else { throw Refusal(.badRequest, "the size of a chunk is not a hexadecimal number") }
    var size = 0
    for digit in digits {
      size = size << 4 | digit.hexadecimal!
      if size > limits.body - bytes.count {
        throw Refusal(.contentTooLarge, "a body of more than \(limits.body) bytes")
      }
    }
    state = size == 0 ? .trailers(0) : .data(size, isChunk: true)
  }

  /// Trailers are checked like headers, and dropped: handlers do not get them.
  private mutating func readTrailer(_ count: Int) throws(Refusal) {
    if line.isEmpty {
      state = .complete
      return
    }
    guard count < limits.headers else {
      throw Refusal(.headersTooLarge, "more than \(limits.headers) trailer fields")
    }
    _ = try line.withBytes { (line) throws(Refusal) in try HeadParser.parse(fieldLine: line[...]) }
    state = .trailers(count + 1)
  }
}
