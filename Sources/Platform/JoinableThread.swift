import Dispatch
import Synchronization

/// A thread of the operating system whose result can be waited for.
package final class JoinableThread<Success: Sendable>: Sendable {
  private let outcome = Mutex<Result<Success, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts a thread. If the system has none left, ``join()`` says so.
  ///
  /// - Parameter stack: the address space for its calls, in bytes; `nil` for what the system usually gives.
  package init(stack: Int? = nil, _ body: @escaping @Sendable () throws -> Success) {
    do throws(SystemError) {
      try SystemThread(stack: stack) { [self] in end(Result { try body() }) }.leave()
    } catch {
      end(.failure(error))
    }
  }

  /// Waits for the thread's end, and holds the calling thread meanwhile.
  ///
  /// - Returns: what the thread returned.
  /// - Throws: what it threw; a ``Platform/SystemError`` if it could not be started.
  package func join() throws -> Success {
    ended.wait()
    ended.signal()
    return try outcome.withLock { $0! }.get()
  }

  private func end(_ result: Result<Success, any Error>) {
    outcome.withLock { $0 = result }
    ended.signal()
  }
}
