import EventLoop
import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A non-blocking socket of this process. Its owner closes it, once.
struct Descriptor: Sendable, Hashable {
  let number: Int32

  /// What a read or a write came to.
  enum Outcome: Hashable {
    case bytes(Int)
    /// The other side has ended.
    case end
    /// Nothing to read, or no room to write, for now.
    case wouldBlock
    case failed(SystemError)
  }

  /// A new socket for a connection over the loopback interface.
  static func stream() throws(SystemError) -> Descriptor {
    #if canImport(Darwin)
      let number = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    guard number >= 0 else { throw SystemError.last("socket") }
    let descriptor = Descriptor(number: number)
    descriptor.prepare()
    return descriptor
  }

  /// Makes a socket as all of ours are: never blocking, not inherited, no signal when the other side has gone, and
  /// every answer sent at once instead of waiting for the acknowledgement of the last (Nagle's algorithm).
  func prepare() {
    _ = fcntl(number, F_SETFL, O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    set(Int32(IPPROTO_TCP), TCP_NODELAY)
    #if canImport(Darwin)
      set(SOL_SOCKET, SO_NOSIGPIPE)
    #endif
  }

  /// Switches an option of the socket on.
  func set(_ level: Int32, _ option: Int32) {
    var on: Int32 = 1
    setsockopt(number, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
    while true {
      let count = recv(number, buffer.baseAddress, buffer.count, 0)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      if errno != EINTR { return Self.failure("recv") }
    }
  }

  func write(_ bytes: ArraySlice<UInt8>) -> Outcome {
    bytes.withUnsafeBytes { bytes in
      while true {
        #if canImport(Darwin)
          let count = send(number, bytes.baseAddress, bytes.count, 0)
        #else
          let count = send(number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #endif
        if count >= 0 { return .bytes(count) }
        if errno != EINTR { return Self.failure("send") }
      }
    }
  }

  private static func failure(_ call: String) -> Outcome {
    let error = SystemError.last(call)
    return error.code == EAGAIN || error.code == EWOULDBLOCK ? .wouldBlock : .failed(error)
  }

  /// Sends nothing more; the other side learns that this was all.
  func endWriting() { shutdown(number, Int32(SHUT_WR)) }

  /// Receives nothing more than what is here already; a wait for more ends.
  func endReading() { shutdown(number, Int32(SHUT_RD)) }

  /// Ends both directions; every wait ends.
  func cut() { shutdown(number, Int32(SHUT_RDWR)) }

  func close() {
    #if canImport(Darwin)
      Darwin.close(number)
    #else
      Glibc.close(number)
    #endif
  }

  /// Keeps the thread until the socket is ready, or until the time is over. Returns whether it is ready.
  func block(for readiness: Readiness, atMost time: Duration) -> Bool {
    var polled = pollfd(fd: number, events: Int16(readiness == .reading ? POLLIN : POLLOUT), revents: 0)
    return poll(&polled, 1, time.inPollMilliseconds) > 0
  }
}

extension Duration {
  /// As `poll` takes it: whole milliseconds, rounded up; never negative, which would be for ever.
  var inPollMilliseconds: Int32 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
