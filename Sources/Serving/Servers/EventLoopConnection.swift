import EventLoop
import Platform

/// One client of a server on an event loop: every wait for the client gives the thread to others.
final class EventLoopConnection {
  private let front: Front
  private let loop: EventLoop
  private let descriptor: StreamSocket
  private let watch: SocketWatch
  private let desk: Desk
  private var conversation: Conversation
  /// Whether the last read filled the buffer: then there may be more, of which nothing will be reported.
  private var mayHaveMore = false

  init(_ descriptor: StreamSocket, front: Front, loop: EventLoop, desk: Desk) throws(SystemError) {
    self.front = front
    self.loop = loop
    self.descriptor = descriptor
    self.desk = desk
    watch = try loop.watch(descriptor.number)
    conversation = Conversation(limits: front.limits)
  }

  /// Waits for a complete request. Returns nil when the conversation is over.
  nonisolated(nonsending) func nextRequest() async -> Request? {
    while true {
      switch conversation.next() {
      case .request(let request): return request
      case .send(let bytes): guard await send(bytes) else { return nil }
      case .receive: guard await receive() else { return nil }
      case .refuse(let bytes, _): return await refuse(bytes)
      case .close: return nil
      }
    }
  }

  /// Sends the answer to the last request. Returns false if the conversation is over.
  nonisolated(nonsending) func send(_ response: Response) async -> Bool {
    let coreTime = desk.takeCoreTime()
    front.count { $0.coreTime += coreTime }
    return await send(conversation.answer(response, isLast: front.isStopping))
  }

  /// Closes the connection.
  func close() {
    watch.end()
    front.close(descriptor)
  }

  /// Waits for bytes. Returns false if there will be none.
  private nonisolated(nonsending) func receive() async -> Bool {
    let deadline = LoopClock.Instant(offset: conversation.deadline(now: loop.clock.now.offset))
    while true {
      if mayHaveMore {
        // A client that sends without end must not keep the thread from the others.
        await Task.yield()
      } else {
        guard let isReady = try? await watch.wait(for: .reading, until: deadline) else { return false }
        if !isReady {
          if case .refuse(let bytes, _) = conversation.expire() { _ = await refuse(bytes) }
          return false
        }
      }
      switch descriptor.read(into: desk.buffer) {
      case .bytes(let count):
        mayHaveMore = count == desk.buffer.count
        conversation.receive(UnsafeRawBufferPointer(rebasing: desk.buffer[..<count]))
        return true
      case .wouldBlock: mayHaveMore = false
      case .end, .failed: return false
      }
    }
  }

  private nonisolated(nonsending) func send(_ bytes: [UInt8]) async -> Bool {
    var rest = bytes[...]
    var deadline: LoopClock.Instant?
    while true {
      switch descriptor.write(rest) {
      case .bytes(let count):
        rest = rest.dropFirst(count)
        if rest.isEmpty { return true }
      case .wouldBlock:
        let end = deadline ?? loop.clock.now.advanced(by: front.limits.answerTime)
        deadline = end
        guard (try? await watch.wait(for: .writing, until: end)) == true else { return false }
      case .end, .failed: return false
      }
    }
  }

  /// Sends a last answer, and gives the client a second to read it: closing while bytes are unread would take it back.
  private nonisolated(nonsending) func refuse(_ bytes: [UInt8]) async -> Request? {
    front.count { $0.refused += 1 }
    guard await send(bytes) else { return nil }
    descriptor.endWriting()
    let deadline = loop.clock.now.advanced(by: Linger.time)
    var rest = Linger.bytes
    while rest > 0 {
      switch descriptor.read(into: desk.buffer) {
      case .bytes(let count): rest -= count
      case .wouldBlock:
        guard (try? await watch.wait(for: .reading, until: deadline)) == true else { return nil }
      case .end, .failed: return nil
      }
    }
    return nil
  }
}

/// How long, and for how many bytes, a connection stays open for a client that was refused while it was sending.
enum Linger {
  static let time = Duration.seconds(1)
  static let bytes = 1024 * 1024
}
