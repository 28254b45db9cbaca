import Foundation

/// A socket that takes connections in from this machine alone. Its owner closes it, once.
package struct ListeningSocket: Sendable {
  /// The socket itself, ready for reading when a client asks to connect.
  package let socket: StreamSocket
  /// The port that it listens at.
  package let port: UInt16

  /// Listens on the loopback interface.
  ///
  /// - Parameter port: the port; 0 for one that is free.
  package init(port: UInt16) throws(SystemError) {
    let socket = try StreamSocket.open()
    do throws(SystemError) {
      socket.set(SOL_SOCKET, SO_REUSEADDR)
      var address = sockaddr_in.loopback(port: port)
      try check("bind", address.withSocketAddress { bind(socket.number, $0, $1) })
      // As long a queue as the system allows: a client that finds no room there waits a second before it tries again.
      try check("listen", listen(socket.number, 4096))
      self.port = try address.fill { getsockname(socket.number, $0, $1) }
      self.socket = socket
    } catch {
      socket.close()
      throw error
    }
  }

  /// Takes a connection in. Returns `nil` if none is waiting.
  package func accept() throws(SystemError) -> StreamSocket? {
    while true {
      let number = Foundation.accept(socket.number, nil, nil)
      if number >= 0 { return StreamSocket(number: number) }
      switch errno {
      case EAGAIN: return nil
      // The client has gone again.
      case ECONNABORTED, EINTR, EPROTO: continue
      default: throw SystemError.last("accept")
      }
    }
  }
}

private func check(_ call: String, _ result: Int32) throws(SystemError) {
  guard result == 0 else { throw SystemError.last(call) }
}

extension sockaddr_in {
  /// Lets the system fill the address in. Returns the port in it.
  fileprivate mutating func fill(
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) throws(SystemError) -> UInt16 {
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutableBytes(of: &self) {
      body($0.baseAddress!.assumingMemoryBound(to: sockaddr.self), &length)
    }
    try check("getsockname", result)
    return UInt16(bigEndian: sin_port)
  }
}
