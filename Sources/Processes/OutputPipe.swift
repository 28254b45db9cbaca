import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a program writes: read while it runs, and kept up to a limit.
final class OutputPipe {
  /// The end that the program writes to.
  private(set) var write: Int32
  private var read: Int32
  private let limit: Int
  /// What is kept.
  private(set) var bytes: [UInt8] = []
  /// Whether there was more than is kept.
  private(set) var isOverLimit = false
  private var new: [UInt8] = []

  /// Opens a pipe.
  ///
  /// - Throws: a ``Platform/SystemError``, for example if there are too many open files.
  init(limit: Int) throws(SystemError) {
    (read, write) = try PipeEnds.open()
    self.limit = limit
    _ = fcntl(read, F_SETFL, O_NONBLOCK)
  }

  deinit {
    closeWrite()
    if read >= 0 { close(read) }
  }

  /// Whether more may come.
  var isOpen: Bool { read >= 0 }

  /// What is kept, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Closes this process's copy of the end that the program writes to.
  func closeWrite() {
    if write >= 0 { close(write) }
    write = -1
  }

  /// What was read since this was asked last.
  func takeNew() -> [UInt8] {
    defer { new = [] }
    return new
  }

  /// Waits for a hundredth of a second, or until a pipe has something to read or comes to its end, and reads what is there.
  static func wait(for pipes: [OutputPipe]) {
    // A program that has closed its outputs is about to end. A pipe at its end has a negative descriptor, and is passed over.
    let milliseconds: Int32 = pipes.contains(where: \.isOpen) ? 10 : 1
    var descriptors = pipes.map { pollfd(fd: $0.read, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return }
    for (pipe, descriptor) in zip(pipes, descriptors) where descriptor.revents != 0 { pipe.readSome() }
  }

  /// Reads what is there.
  static func readRest(of pipes: [OutputPipe]) {
    for pipe in pipes where pipe.isOpen { pipe.readSome() }
  }

  /// Reads at most twice what a pipe holds: enough to empty it, and a program that writes without end keeps nobody here.
  private func readSome() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<2 {
      #if canImport(Darwin)
        let count = Darwin.read(read, &buffer, buffer.count)
      #else
        let count = Glibc.read(read, &buffer, buffer.count)
      #endif
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      guard count > 0 else {
        close(read)
        read = -1
        return
      }
      new += buffer[..<min(count, max(0, limit - new.count))]
      isOverLimit = isOverLimit || bytes.count + count > limit
      bytes += buffer[..<min(count, limit - bytes.count)]
    }
  }
}
