import Foundation

/// A pipe, of which no program inherits an end unless it is given it. What is still open is closed with this object.
///
/// Any thread may read and write; an end is closed by one that knows that no other uses it.
package final class SystemPipe: @unchecked Sendable {
  /// The end that is read from; -1 when it is closed.
  package private(set) var outlet: Int32
  /// The end that is written to; -1 when it is closed.
  package private(set) var inlet: Int32

  /// Opens a pipe.
  ///
  /// - Throws: a ``SystemError``, for example if there are too many open files.
  package init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (outlet, inlet) = (ends[0], ends[1])
  }

  deinit {
    closeOutlet()
    closeInlet()
  }

  /// Lets no read keep a thread any more.
  package func readWithoutWaiting() { _ = fcntl(outlet, F_SETFL, O_NONBLOCK) }

  /// Lets no write keep a thread any more: what has no room is not written.
  package func writeWithoutWaiting() { _ = fcntl(inlet, F_SETFL, O_NONBLOCK) }

  /// Writes bytes.
  package func write(_ bytes: [UInt8]) {
    _ = Foundation.write(inlet, bytes, bytes.count)
  }

  /// Reads what is there, as far as there is room for it.
  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    let count = Foundation.read(outlet, buffer.baseAddress, buffer.count)
    if count > 0 { return .bytes(count) }
    if count == 0 { return .end }
    let error = SystemError.last("read")
    return error.code == EAGAIN || error.code == EINTR ? .wouldBlock : .failed(error)
  }

  /// Closes the end that is read from.
  package func closeOutlet() {
    if outlet >= 0 { close(outlet) }
    outlet = -1
  }

  /// Closes the end that is written to.
  package func closeInlet() {
    if inlet >= 0 { close(inlet) }
    inlet = -1
  }

  /// Keeps the thread until some pipes have something to read or are at their end, or until the time is over.
  ///
  /// - Returns: the positions of those.
  package static func block(for pipes: [SystemPipe], atMost time: Duration) -> [Int] {
    // A pipe whose outlet is closed has a negative descriptor, and is passed over.
    var polled = pipes.map { pollfd(fd: $0.outlet, events: Readiness.reading.events, revents: 0) }
    guard poll(&polled, nfds_t(polled.count), time.inMillisecondsRoundedUp) > 0 else { return [] }
    return pipes.indices.filter { polled[$0].revents != 0 }
  }
}
