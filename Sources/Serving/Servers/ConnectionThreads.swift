import Dispatch
import Platform

/// The threads of ``ThreadPerConnectionServer``, one for each connection. None is left behind.
final class ConnectionThreads: Sendable {
  let most: Int?
  private let stack: Int
  private let running = Guarded(0)
  private let oneHasEnded = DispatchSemaphore(value: 0)

  init(atMost most: Int?, stack: Int) {
    self.most = most
    self.stack = stack
  }

  /// Starts a thread. Returns false if all that there may be are taken.
  ///
  /// - Throws: what the system says if there is no room for one more.
  func start(_ serve: @escaping @Sendable () -> Void) throws(SystemError) -> Bool {
    let isFull = running.withLock { running in
      if let most, running >= most { return true }
      running += 1
      return false
    }
    if isFull { return false }
    do throws(SystemError) {
      try SystemThread(stack: stack) { [self] in
        serve()
        end()
      }.leave()
      return true
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
