import EventLoop
import Foundation
import Measurement
import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One request for one page, over a connection of its own, which never waits: it says what it would have to wait for.
final class PageExchange {
  let descriptor: Int32
  /// The page, once there is nothing to wait for any more.
  private(set) var page = ""
  private var question: ArraySlice<UInt8>
  private var answer: [UInt8] = []

  /// Begins to connect to a server on this machine; whether that comes about shows when the request is sent.
  init(of path: String, at port: UInt16) throws(SystemError) {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    question = ArraySlice("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    guard descriptor >= 0 else { throw .last("socket") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafeBytes(of: &address) {
      connect(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
    guard result == 0 || errno == EINPROGRESS else { throw .last("connect") }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Goes on as far as it goes without waiting.
  ///
  /// - Returns: what has to be waited for; `nil` when the page is there.
  /// - Throws: a ``EventLoop/SystemError`` if the connection breaks, or a ``NoPage``.
  func advance() throws -> Readiness? {
    while !question.isEmpty {
      let count = question.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Self.flags) }
      if count < 0, errno == EAGAIN || errno == ENOTCONN { return .writing }
      guard count >= 0 else { throw SystemError.last("send") }
      question = question.dropFirst(count)
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, errno == EAGAIN { return .reading }
      guard count >= 0 else { throw SystemError.last("recv") }
      if count == 0 { break }
      answer += buffer[..<count]
    }
    // The server was asked to close the connection behind the page: what there is now is all of it.
    page = try Self.body(of: String(decoding: answer, as: UTF8.self))
    return nil
  }

  /// Waits, and keeps the thread. Returns false if it took too long.
  func wait(for readiness: Readiness, atMost limit: Duration) -> Bool {
    var waiting = pollfd(
      fd: descriptor, events: Int16(readiness == .reading ? POLLIN : POLLOUT), revents: 0)
    return poll(&waiting, 1, Int32(max(0, limit.inMilliseconds))) > 0
  }

  /// The page in an answer, if it is one.
  static func body(of answer: String) throws(NoPage) -> String {
    let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    guard status == 200, let end = answer.firstRange(of: "\r\n\r\n") else { throw .refused(status: status) }
    return String(answer[end.upperBound...])
  }

  private static var flags: Int32 {
    #if canImport(Darwin)
      0
    #else
      Int32(MSG_NOSIGNAL)
    #endif
  }
}
