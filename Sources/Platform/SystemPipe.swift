import Foundation

/// The two ends of a pipe, which no program inherits unless it is given one. Its owner closes both, once.
package struct SystemPipe: Sendable, Hashable {
  /// The end that is read from.
  package let outlet: Int32
  /// The end that is written to.
  package let inlet: Int32

  /// Opens a pipe.
  ///
  /// - Throws: a ``SystemError``, for example if there are too many open files.
  package init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (outlet, inlet) = (ends[0], ends[1])
  }

  /// Lets neither end keep a thread any more: what cannot be done at once is not done.
  package func neverBlock() {
    for end in [outlet, inlet] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Writes bytes, and keeps the thread until there was room for them.
  package func write(_ bytes: [UInt8]) { _ = Foundation.write(inlet, bytes, bytes.count) }

  /// Reads at most as many bytes, and keeps the thread until there are some; none when the other end is closed.
  package func read(atMost count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    return Array(bytes.prefix(max(0, Foundation.read(outlet, &bytes, count))))
  }

  /// Closes both ends.
  package func close() {
    _ = Foundation.close(outlet)
    _ = Foundation.close(inlet)
  }
}
