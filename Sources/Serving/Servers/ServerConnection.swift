import EventLoop
import Platform

/// One connection of a server. It never waits by itself: it says what it waits for, and is told when that is there. So the same
/// connection serves a thread that blocks and one that does not.
final class ServerConnection {
  private let socket: StreamSocket
  private let core: ServerCore
  private let loop: EventLoop
  private let context: ThreadContext
  private var conversation: Conversation
  private var unsent: ArraySlice<UInt8> = []
  private var answerDeadline: Duration?
  /// After a refusal the client may go on sending for a while, so that it reads the answer; nothing of it is used.
  private var lingering: (deadline: Duration, bytes: Int)?
  /// Whether the last read filled the buffer: then there may be more, of which nothing will be reported.
  private var mayHaveMore = false

  private var hasAnswered = false
  /// How many bytes of this client's requests the server holds: unfinished, or being answered.
  private var held = 0

  /// Whether the connection can be closed.
  private var isOver = false

  private static let lingerTime = Duration.seconds(1)
  private static let lingerBytes = 1024 * 1024

  init(_ socket: StreamSocket, core: ServerCore, loop: EventLoop, context: ThreadContext) {
    self.socket = socket
    self.core = core
    self.loop = loop
    self.context = context
    conversation = Conversation(limits: core.limits)
  }

  deinit { core.hold(-held) }

  private var now: Duration { loop.clock.now.offset }

  // MARK: Talking

  /// The next request, if the client has sent all of it and has taken the last answer.
  private func request() -> HTTPRequest? {
    while !isOver, lingering == nil, unsent.isEmpty {
      switch conversation.next() {
      case .request(let request):
        hold(request.body.count + conversation.held)
        return request
      case .send(let bytes): send(bytes)
      case .receive:
        if holds(conversation.held) { return nil }
        let refusal = Refusal(.serviceUnavailable, "too many unfinished requests; try again later")
        if case .refuse(let bytes, _) = conversation.refuse(refusal) { refuse(bytes) }
      case .refuse(let bytes, _): refuse(bytes)
      case .close: isOver = true
      }
    }
    return nil
  }

  /// Accounts for what is held, however much that is.
  private func hold(_ bytes: Int) {
    core.hold(bytes - held)
    held = bytes
  }

  /// Accounts for what is held, if all clients together stay within the limit; a client that holds no more than before always may.
  /// Otherwise it holds nothing any more, as it is about to be refused.
  private func holds(_ bytes: Int) -> Bool {
    guard bytes > held else {
      hold(bytes)
      return true
    }
    let mayHold = core.hold(bytes - held, orGiveBack: held)
    held = mayHold ? bytes : 0
    return mayHold
  }

  /// Sends the answer to the last request, or begins to.
  func send(_ response: HTTPResponse) {
    let coreTime = context.takeCoreTime()
    core.count { $0.coreTime += coreTime }
    hold(conversation.held)
    send(conversation.answer(response, isLast: core.isStopping))
  }

  /// Keeps the thread until the next request is complete. Returns nil when the conversation is over.
  func nextRequest() -> HTTPRequest? {
    while true {
      if let request = request() { return request }
      if isOver { return nil }
      advance(isReady: isReady(atMost: deadline - now))
    }
  }

  /// Gives the thread back until the next request is complete. Returns nil when the conversation is over.
  nonisolated(nonsending) func nextRequest(_ watch: SocketWatch) async -> HTTPRequest? {
    // A client that has sent several requests at once waits for its turn before each further one.
    if hasAnswered, conversation.held > 0 { await Task.yield() }
    hasAnswered = true
    while true {
      if let request = request() { return request }
      if isOver { return nil }
      if mayHaveMore, unsent.isEmpty {
        // A client that sends without end must not keep the thread from the others.
        await Task.yield()
        advance(isReady: true)
      } else {
        guard let isInTime = try? await watch.wait(for: awaited, until: .init(offset: deadline)) else {
          return nil
        }
        // Where the thread was busy when the deadline came, what is there by now may have been in time.
        advance(isReady: isInTime || isReady(atMost: .zero))
      }
    }
  }

  // MARK: Waiting

  /// What has to become possible before the connection can go on.
  private var awaited: Readiness { unsent.isEmpty ? .reading : .writing }

  private func isReady(atMost time: Duration) -> Bool { socket.block(for: awaited, atMost: time) }

  /// Until when that has to be.
  private var deadline: Duration {
    lingering?.deadline ?? answerDeadline ?? conversation.deadline(now: now)
  }

  /// Reads or writes what is possible now.
  ///
  /// - Parameter isReady: false if the deadline has passed instead.
  private func advance(isReady: Bool) {
    if !isReady {
      // An early return from the system's wait is not yet the deadline.
      if now >= deadline { expire() }
    } else if unsent.isEmpty {
      read()
    } else {
      write()
    }
  }

  private func expire() {
    guard lingering == nil, unsent.isEmpty else {
      isOver = true
      return
    }
    switch conversation.expire() {
    case .refuse(let bytes, _): refuse(bytes)
    default: isOver = true
    }
  }

  private func read() {
    mayHaveMore = false
    switch socket.read(into: context.buffer) {
    case .bytes(let count):
      mayHaveMore = count == context.buffer.count
      guard let rest = lingering else {
        return conversation.receive(UnsafeRawBufferPointer(rebasing: context.buffer[..<count]))
      }
      lingering = (rest.deadline, rest.bytes - count)
      if rest.bytes < count { isOver = true }
    case .wouldBlock: break
    case .end, .failed: isOver = true
    }
  }

  private func send(_ bytes: [UInt8]) {
    unsent = bytes[...]
    write()
  }

  private func write() {
    while !unsent.isEmpty {
      switch socket.write(unsent) {
      case .bytes(let count): unsent = unsent.dropFirst(count)
      case .wouldBlock:
        answerDeadline = answerDeadline ?? now + core.limits.answerTime
        return
      case .end, .failed:
        isOver = true
        return
      }
    }
    answerDeadline = nil
    // A buffer of the last answer is not worth keeping for the next.
    unsent = []
    if lingering != nil { socket.endWriting() }
  }

  /// Sends a last answer, and gives the client a moment to read it: closing while bytes are unread would take it back.
  private func refuse(_ bytes: [UInt8]) {
    core.count { $0.refused += 1 }
    hold(0)
    lingering = (now + Self.lingerTime, Self.lingerBytes)
    send(bytes)
  }
}
