import EventLoop
import Platform

/// One client of a server that blocks. It never waits by itself: it says what it waits for, and is told when that is there.
final class BlockingConnection {
  let descriptor: StreamSocket
  private let front: Front
  private let loop: EventLoop
  private let desk: Desk
  private var conversation: Conversation
  private var unsent: ArraySlice<UInt8> = []
  private var answerDeadline: Duration?
  /// After a refusal the client may go on sending for a while, so that it reads the answer; nothing of it is used.
  private var lingering: (deadline: Duration, bytes: Int)?

  /// Whether the connection can be closed.
  private(set) var isOver = false

  /// - Parameter loop: the thread's clock, and its way to run a handler.
  init(_ descriptor: StreamSocket, front: Front, loop: EventLoop, desk: Desk) {
    self.descriptor = descriptor
    self.front = front
    self.loop = loop
    self.desk = desk
    conversation = Conversation(limits: front.limits)
  }

  private var now: Duration { loop.clock.now.offset }

  // MARK: Talking

  /// The next request, if the client has sent all of it and has taken the last answer.
  func request() -> Request? {
    while !isOver, lingering == nil, unsent.isEmpty {
      switch conversation.next() {
      case .request(let request): return request
      case .send(let bytes): send(bytes)
      case .receive: return nil
      case .refuse(let bytes, _): refuse(bytes)
      case .close: isOver = true
      }
    }
    return nil
  }

  /// Sends the answer to the last request, or begins to.
  func send(_ response: Response) {
    let coreTime = desk.takeCoreTime()
    front.count { $0.coreTime += coreTime }
    send(conversation.answer(response, isLast: front.isStopping))
  }

  /// Keeps the thread until the next request is complete. Returns nil when the conversation is over.
  func nextRequest() -> Request? {
    while true {
      if let request = request() { return request }
      if isOver { return nil }
      advance(isReady: descriptor.block(for: awaited, atMost: deadline - now))
    }
  }

  // MARK: Waiting

  /// What has to become possible before the connection can go on.
  var awaited: Readiness { unsent.isEmpty ? .reading : .writing }

  /// Until when that has to be.
  var deadline: Duration {
    lingering?.deadline ?? answerDeadline ?? conversation.deadline(now: now)
  }

  /// Reads or writes what is possible now.
  ///
  /// - Parameter isReady: false if the deadline has passed instead.
  func advance(isReady: Bool) {
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
    switch descriptor.read(into: desk.buffer) {
    case .bytes(let count):
      guard let rest = lingering else {
        return conversation.receive(UnsafeRawBufferPointer(rebasing: desk.buffer[..<count]))
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
      switch descriptor.write(unsent) {
      case .bytes(let count): unsent = unsent.dropFirst(count)
      case .wouldBlock:
        answerDeadline = answerDeadline ?? now + front.limits.answerTime
        return
      case .end, .failed:
        isOver = true
        return
      }
    }
    answerDeadline = nil
    // A buffer of the last answer is not worth keeping for the next.
    unsent = []
    if lingering != nil { descriptor.endWriting() }
  }

  private func refuse(_ bytes: [UInt8]) {
    front.count { $0.refused += 1 }
    lingering = (now + Linger.time, Linger.bytes)
    send(bytes)
  }
}
