import EventLoop
import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A socket that takes connections in from this machine alone.
struct ListeningSocket: Sendable {
  let descriptor: Descriptor
  let port: UInt16

  /// Listens on the loopback interface.
  ///
  /// - Parameter port: the port; 0 for one that is free.
  init(port: UInt16) throws(SystemError) {
    let descriptor = try Descriptor.stream()
    do throws(SystemError) {
      descriptor.set(SOL_SOCKET, SO_REUSEADDR)
      var address = sockaddr_in.loopback(port: port)
      try check("bind", address.withSocketAddress { bind(descriptor.number, $0, $1) })
      // As long a queue as the system allows: who does not find room there waits for a second before trying again.
      try check("listen", listen(descriptor.number, 4096))
      self.port = try address.fill { getsockname(descriptor.number, $0, $1) }
      self.descriptor = descriptor
    } catch {
      descriptor.close()
      throw error
    }
  }

  /// Takes a connection in. Returns nil if nobody is waiting.
  func accept() throws(SystemError) -> Descriptor? {
    while true {
      #if canImport(Darwin)
        let number = Darwin.accept(descriptor.number, nil, nil)
      #else
        let number = Glibc.accept(descriptor.number, nil, nil)
      #endif
      if number >= 0 {
        let connection = Descriptor(number: number)
        connection.prepare()
        return connection
      }
      switch errno {
      case EAGAIN: return nil
      // Whoever this was has gone again.
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
