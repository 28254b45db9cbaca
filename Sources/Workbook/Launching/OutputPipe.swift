import Foundation

/// What a program writes, read while it runs and kept up to a limit.
final class OutputPipe {
  /// What the program writes into.
  private(set) var writeEnd: Int32
  private let readEnd: Int32
  private let limit: Int
  private var kept: [UInt8] = []
  private var isOpen = true

  /// Opens a pipe; `nil` if no more files can be opened.
  init?(limit: Int) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
    self.limit = limit
    // Only the copies that the program gets as its output may outlive the start of another program.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(readEnd)
    closeWriteEnd()
  }

  /// Lets go of the end that the program has now.
  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  /// What has been kept, as text.
  var text: String { String(decoding: kept, as: UTF8.self) }

  /// Takes what there is without waiting, and returns it.
  func read() -> [UInt8] {
    var new: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while isOpen {
      #if canImport(Darwin)
        let count = Darwin.read(readEnd, &buffer, buffer.count)
      #else
        let count = Glibc.read(readEnd, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { break }
      guard count > 0 else {
        isOpen = false
        break
      }
      new += buffer[..<count]
    }
    kept += new.prefix(max(0, limit - kept.count))
    return new
  }

  /// Waits until one of the pipes has something to read or is closed at its other end.
  static func wait(for pipes: [OutputPipe], milliseconds: Int32) {
    var waiting = pipes.filter(\.isOpen).map { pollfd(fd: $0.readEnd, events: Int16(POLLIN), revents: 0) }
    // With its output closed a program is about to end.
    poll(&waiting, nfds_t(waiting.count), waiting.isEmpty ? 2 : milliseconds)
  }
}
