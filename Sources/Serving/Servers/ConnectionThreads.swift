import Dispatch
import Platform

/// The threads of ``ThreadPerConnectionServer``, one for each connection. None is left behind.
final class ConnectionThreads: Sendable {
  private let most: Int?
  private let stack: Int
  private let running = Guarded(0)
  private let oneHasEnded = DispatchSemaphore(value: 0)

  init(atMost most: Int?, stack: Int) {
    self.most = most
    self.stack = stack
  }

  /// Starts a thread.
  ///
  /// - Throws: what the system says if there is no room for one more.
  func start(_ serve: @escaping @Sendable () -> Void) throws(SystemError) {
    try running.withLock { (running) throws(SystemError) in
      if let most, running >= most { throw .noThread }
      running += 1
    }
    do throws(SystemError) {
      try SystemThread(stack: stack) { [self] in
        serve()
        end()
      }.leave()
    } catch {
      end()
      throw error
    }
  }

  private func end() {
    running.withLock { $0 -= 1 }
    oneHasEnded.signal()
  }

  /// Keeps the calling thread until all have ended.
  func awaitEnd() {
    while running.withLock({ $0 > 0 }) { oneHasEnded.wait() }
  }
}
