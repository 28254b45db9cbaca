import Foundation

/// The wait of a thread for sockets, which another thread can end: one end of a pipe is waited for, too.
package final class InterruptiblePoll: Sendable {
  private let pipe: SystemPipe

  package init() throws(SystemError) {
    pipe = try SystemPipe()
  }

  /// Ends the wait that is under way and all later ones.
  package func interrupt() { pipe.write([1]) }

  /// Keeps the thread until one of these is ready, the time is over or the wait is interrupted.
  ///
  /// - Parameter time: the longest wait; `nil` for as long as it takes.
  /// - Returns: the positions of those that are ready.
  package func block(for awaited: [(StreamSocket, Readiness)], atMost time: Duration?) -> [Int] {
    var polled = awaited.map { pollfd(fd: $0.number, events: $1.events, revents: 0) }
    polled.append(pollfd(fd: pipe.outlet, events: Readiness.reading.events, revents: 0))
    guard poll(&polled, nfds_t(polled.count), time?.inMillisecondsRoundedUp ?? -1) > 0 else { return [] }
    return awaited.indices.filter { polled[$0].revents != 0 }
  }
}
