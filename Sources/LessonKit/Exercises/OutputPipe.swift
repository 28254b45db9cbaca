import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One stream of a child process, read without ever waiting for more than was asked for.
final class OutputPipe {
  /// The end that the child writes to.
  let write: Int32
  /// What was read so far.
  private(set) var bytes: [UInt8] = []
  private var read: Int32
  private var isWriteOpen = true

  /// Opens a pipe that no other child inherits.
  ///
  /// - Throws: an `NSError` of the POSIX domain, for example if there are too many open files.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
    (read, write) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(read, F_SETFL, O_NONBLOCK)
  }

  deinit {
    closeWrite()
    if read >= 0 { close(read) }
  }

  /// Closes this process's copy of the end that the child writes to.
  func closeWrite() {
    if isWriteOpen { close(write) }
    isWriteOpen = false
  }

  /// Waits until a pipe has something to read or the time is over, and reads what is there, a bounded amount of it.
  static func wait(for pipes: [OutputPipe], milliseconds: Int32) {
    // A pipe at its end has a negative descriptor, which `poll` passes over.
    var descriptors = pipes.map { pollfd(fd: $0.read, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return }
    for (pipe, descriptor) in zip(pipes, descriptors) where descriptor.revents != 0 { pipe.readSome() }
  }

  /// The text up to a number of bytes.
  func text(limit: Int) -> String { String(decoding: bytes.prefix(limit), as: UTF8.self) }

  private func readSome() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // Twice what a pipe holds: enough to empty it, and a child that writes without end does not keep us here.
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
      bytes += buffer.prefix(count)
    }
  }
}
