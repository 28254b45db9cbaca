import EventLoop
import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One user's connection to a server on this machine, which asks for a page at a time.
final class Connection: Sendable {
  /// What came of a request.
  enum Outcome: Sendable, Hashable {
    case answered
    case timedOut
    case refused
  }

  private let descriptor: Int32
  private let watch: SocketWatch
  private static let question = Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)

  /// Begins to connect; whether that came about shows when the first request is sent.
  init(to port: UInt16, on loop: EventLoop) throws(SystemError) {
    #if canImport(Darwin)
      let socket = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    guard socket >= 0 else { throw SystemError.last("socket") }
    _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    do throws(SystemError) {
      watch = try loop.watch(socket)
    } catch {
      _ = Self.closing(socket)
      throw error
    }
    descriptor = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeBytes(of: &address) {
      connect(socket, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), size)
    }
  }

  /// Asks for the page and waits for all of it.
  nonisolated(nonsending) func ask(until deadline: LoopClock.Instant) async throws -> Outcome {
    while true {
      let sent = send(descriptor, Self.question, Self.question.count, Self.flags)
      if sent == Self.question.count { break }
      guard errno == EAGAIN || errno == ENOTCONN || errno == EINPROGRESS else { return .refused }
      guard try await watch.wait(for: .writing, until: deadline) else { return .timedOut }
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 {
        answer += buffer[..<count]
        if let status = Self.status(ofWhole: answer) { return status == 200 ? .answered : .refused }
      } else if count < 0, errno == EAGAIN {
        guard try await watch.wait(for: .reading, until: deadline) else { return .timedOut }
      } else {
        return .refused
      }
    }
  }

  /// Ends the connection.
  func close() {
    watch.end()
    _ = Self.closing(descriptor)
  }

  /// The status of an answer, once all of it is there.
  static func status(ofWhole answer: [UInt8]) -> Int? {
    let text = String(decoding: answer, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].lowercased().split(separator: "\r\n")
    let length = lines.first { $0.hasPrefix("content-length:") }.flatMap {
      Int($0.drop { $0 != ":" }.dropFirst().filter { $0 != " " })
    }
    guard text[end.upperBound...].utf8.count >= length ?? 0 else { return nil }
    return lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  private static func closing(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
      Darwin.close(descriptor)
    #else
      Glibc.close(descriptor)
    #endif
  }

  private static var flags: Int32 {
    #if canImport(Darwin)
      0
    #else
      Int32(MSG_NOSIGNAL)
    #endif
  }
}
