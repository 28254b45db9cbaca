import EventLoop
import Foundation
import Platform
import XCTest

@testable import Serving

/// A client that sends bytes as they are and reads what comes back; it gives up after a long while, never before.
final class TestClient {
  let descriptor: StreamSocket
  private var isClosed = false

  init(port: UInt16) throws {
    descriptor = try StreamSocket.open()
    try descriptor.connect(toPort: port)
    guard descriptor.block(for: .writing, atMost: .seconds(20)) else { throw SystemError.last("connect") }
  }

  deinit { close() }

  func close() {
    if !isClosed { descriptor.close() }
    isClosed = true
  }

  /// Sends everything, unless the server does not listen any more. Returns how much was sent.
  @discardableResult func send(_ bytes: some Collection<UInt8>) -> Int {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      switch descriptor.write(rest) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .wouldBlock:
        guard descriptor.block(for: .writing, atMost: .seconds(20)) else { return bytes.count - rest.count }
      case .end, .failed: return bytes.count - rest.count
      }
    }
    return bytes.count
  }

  func send(_ text: String) { send(text.utf8) }

  /// Reads until there is all of this text, or the end. Returns nil if the server sends nothing for a long while.
  func receive(until isEnough: (String) -> Bool = { _ in false }) -> String? {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 1)
    defer { buffer.deallocate() }
    while !isEnough(String(decoding: bytes, as: UTF8.self)) {
      switch descriptor.read(into: buffer) {
      case .bytes(let count): bytes.append(contentsOf: buffer[..<count])
      case .wouldBlock: guard descriptor.block(for: .reading, atMost: .seconds(20)) else { return nil }
      case .end, .failed: return String(decoding: bytes, as: UTF8.self)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads up to the end of the answer with this body.
  func receive(upTo body: String) -> String? { receive { $0.hasSuffix(body) } }

  /// Asks for a page.
  func get(_ target: String, _ headers: String = "") {
    send("GET \(target) HTTP/1.1\r\nHost: a\r\n\(headers)\r\n")
  }
}

extension String {
  /// The statuses of the answers that these bytes begin with.
  var statuses: [Int] {
    components(separatedBy: "HTTP/1.1 ").dropFirst().compactMap { Int($0.prefix(3)) }
  }

  private func components(separatedBy separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}

/// What the process holds of the system.
enum Holdings {
  /// How many descriptors the process has; timers of the runtime, which it makes when it likes and keeps, do not count.
  static var descriptors: Int { open.count }

  /// What the descriptors are, as far as the system says so; for whoever has to find one that was left.
  static var names: String { open.joined(separator: ", ") }

  private static var open: [String] {
    (0..<Int32(4096)).filter { fcntl($0, F_GETFD) >= 0 }.compactMap { number in
      var target = [CChar](repeating: 0, count: 256)
      guard readlink("/proc/self/fd/\(number)", &target, target.count - 1) > 0 else { return "\(number)" }
      let name = String(decoding: target.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      return name.hasSuffix("[timerfd]") ? nil : "\(number) \(name)"
    }
  }

  /// How many threads the process has; 0 where the system does not say. Those of the runtime, which it makes when it likes
  /// and gives a name, do not count; others have the name of the process.
  static var threads: Int {
    guard let directory = opendir("/proc/self/task") else { return 0 }
    defer { closedir(directory) }
    var count = 0
    while let entry = readdir(directory) {
      let task = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if task.first != ".", name(ofTask: task) == name(ofTask: "\(getpid())") { count += 1 }
    }
    return count
  }

  private static func name(ofTask task: String) -> String? {
    guard let file = fopen("/proc/self/task/\(task)/comm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 32)
    guard fgets(&line, 32, file) != nil else { return nil }
    return String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// How many threads the process has when it has come down to a number, or never does: the system lists a thread that
  /// was joined for a moment longer.
  static func threads(atMost number: Int) -> Int { settled(threads, atMost: number) }

  /// The same of descriptors: the runtime opens files of its own for a moment, to see what its threads do.
  static func descriptors(atMost number: Int) -> Int { settled(descriptors, atMost: number) }

  private static func settled(_ count: @autoclosure () -> Int, atMost number: Int) -> Int {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(20)
    while count() > number, clock.now < end { sched_yield() }
    return count()
  }
}
