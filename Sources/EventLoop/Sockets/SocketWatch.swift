package import Platform

/// A socket under the eyes of an event loop: a task can wait until it is ready, and the loop serves others meanwhile.
///
/// The socket stays its owner's, and has to be non-blocking. A wait ends when readiness *comes*; so try first, take all
/// there is, and wait when there is no more:
///
///     while true {
///       let count = read(descriptor, buffer, size)
///       if count >= 0 { return count }
///       guard try await watch.wait(for: .reading, until: deadline) else { throw TimedOut() }
///     }
package final class SocketWatch: Sendable {
  private let loop: EventLoop
  private let poller: any Poller
  private let socket: WatchedSocket

  init(_ socket: WatchedSocket, on loop: EventLoop, poller: any Poller) {
    self.socket = socket
    self.loop = loop
    self.poller = poller
  }

  deinit { end() }

  /// Waits until the socket may have become ready since the last wait.
  ///
  /// - Returns: false if the deadline came first.
  /// - Throws: `CancellationError` if the task is cancelled, or when the watch ends.
  package nonisolated(nonsending) func wait(
    for readiness: Readiness, until deadline: LoopClock.Instant? = nil
  ) async throws(CancellationError) -> Bool {
    let reason = await withTaskCancellationHandler {
      await withUnsafeContinuation { register($0, for: readiness, until: deadline?.offset) }
    } onCancel: {
      cancel(readiness)
    }
    switch reason {
    case .ready: return true
    case .late: return false
    case .cancelled: throw CancellationError()
    }
  }

  /// Ends the watch, and with it every wait. To be called before the descriptor is closed.
  package func end() {
    let (wasWatched, resumptions) = loop.change { schedule in
      (socket.isWatched, schedule.sockets.remove(socket))
    }
    if wasWatched { poller.remove(socket.descriptor) }
    loop.resume(resumptions)
  }

  private func register(
    _ continuation: WatchedSocket.Continuation, for readiness: Readiness, until deadline: Duration?
  ) {
    // Before the wait is known to the loop: it may be about to poll.
    poller.expect(readiness, of: socket.descriptor)
    let (reason, mustWake) = loop.change { schedule in
      (schedule.sockets.wait(continuation, for: readiness, of: socket, until: deadline), schedule.unpark())
    }
    if mustWake { poller.wake() }
    if let reason {
      continuation.resume(returning: reason)
    } else if Task.isCancelled {
      // The cancellation came before the wait did.
      cancel(readiness)
    }
  }

  private func cancel(_ readiness: Readiness) {
    let resumption = loop.change { $0.sockets.cancel(readiness, of: socket) }
    if let resumption { loop.resume([resumption]) }
  }
}
