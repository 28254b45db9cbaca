import Foundation

/// A non-blocking socket of this process. Its owner closes it, once.
package struct StreamSocket: Sendable, Hashable {
  /// The system's number for it.
  package let number: Int32

  /// Names a socket that belongs to other code, such as a library: it stays as it is, and its owner closes it.
  package init(borrowing number: Int32) {
    self.number = number
  }

  /// Takes over a socket that the system has made.
  init(number: Int32) {
    self.number = number
    // Never blocking, not inherited, no signal when the other side has gone, and every answer sent at once instead of
    // waiting for the acknowledgement of the last (Nagle's algorithm).
    _ = fcntl(number, F_SETFL, O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    set(Int32(IPPROTO_TCP), TCP_NODELAY)
    #if canImport(Darwin)
      set(SOL_SOCKET, SO_NOSIGPIPE)
    #endif
  }

  #if canImport(Darwin)
    private static let kind = SOCK_STREAM
    private static let sendFlags: Int32 = 0
  #else
    private static let kind = Int32(SOCK_STREAM.rawValue)
    private static let sendFlags = Int32(MSG_NOSIGNAL)
  #endif

  /// A new socket for a connection over the loopback interface.
  package static func open() throws(SystemError) -> StreamSocket {
    let number = socket(AF_INET, kind, 0)
    guard number >= 0 else { throw SystemError.last("socket") }
    return StreamSocket(number: number)
  }

  /// Two sockets that are connected to each other.
  package static func pair() throws(SystemError) -> (near: StreamSocket, far: StreamSocket) {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemError.last("socketpair") }
    return (StreamSocket(number: ends[0]), StreamSocket(number: ends[1]))
  }

  /// Switches an option of the socket on.
  func set(_ level: Int32, _ option: Int32) {
    var on: Int32 = 1
    setsockopt(number, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  // MARK: Connecting

  /// Begins to connect to a port of this machine. Whether that comes about, ``connectionError`` tells as soon as the socket is
  /// ready for writing.
  ///
  /// - Throws: what the system says if it refuses at once.
  package func connect(toPort port: UInt16) throws(SystemError) {
    let result = sockaddr_in.loopback(port: port).withSocketAddress { address, length in
      Foundation.connect(number, address, length)
    }
    guard result == 0 || errno == EINPROGRESS else { throw SystemError.last("connect") }
  }

  /// Why a connection that was begun has not come about; `nil` if it has.
  package var connectionError: SystemError? {
    var error: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &length) == 0 else { return .last("getsockopt") }
    return error == 0 ? nil : SystemError("connect", code: error)
  }

  // MARK: Reading and writing

  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    while true {
      let count = recv(number, buffer.baseAddress, buffer.count, 0)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      if errno != EINTR { return Self.failure("recv") }
    }
  }

  package func write(_ bytes: ArraySlice<UInt8>) -> Transfer {
    bytes.withUnsafeBytes { bytes in
      while true {
        let count = send(number, bytes.baseAddress, bytes.count, Self.sendFlags)
        if count >= 0 { return .bytes(count) }
        if errno != EINTR { return Self.failure("send") }
      }
    }
  }

  private static func failure(_ call: String) -> Transfer {
    let error = SystemError.last(call)
    return error.code == EAGAIN || error.code == EWOULDBLOCK ? .wouldBlock : .failed(error)
  }

  /// Keeps the thread until the socket is ready, or until the time is over. Returns whether it is ready.
  package func block(for readiness: Readiness, atMost time: Duration) -> Bool {
    var polled = pollfd(fd: number, events: readiness.events, revents: 0)
    return poll(&polled, 1, time.inMillisecondsRoundedUp) > 0
  }

  // MARK: Ending

  /// Sends nothing more; the other side learns that this was all.
  package func endWriting() { shutdown(number, Int32(SHUT_WR)) }

  /// Receives nothing more than what is here already; a wait for more ends.
  package func endReading() { shutdown(number, Int32(SHUT_RD)) }

  /// Ends both directions; every wait ends.
  package func cut() { shutdown(number, Int32(SHUT_RDWR)) }

  /// Closes the socket.
  package func close() { _ = Foundation.close(number) }
}

extension sockaddr_in {
  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    #if canImport(Darwin)
      address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
    #endif
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// Lends the address as the system's calls want it.
  func withSocketAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    withUnsafeBytes(of: self) {
      body($0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
  }
}
