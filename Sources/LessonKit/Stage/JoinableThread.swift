import Dispatch
import Foundation
import Synchronization

/// A thread of the operating system whose result can be waited for.
public final class JoinableThread<Success: Sendable>: Sendable {
  private let outcome = Mutex<Result<Success, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts a thread.
  public init(_ body: @escaping @Sendable () throws -> Success) {
    Thread.detachNewThread { [self] in
      let result = Result { try body() }
      outcome.withLock { $0 = result }
      ended.signal()
    }
  }

  /// Waits for the thread's end, and holds the calling thread meanwhile.
  ///
  /// - Returns: what the thread returned.
  /// - Throws: what it threw.
  public func join() throws -> Success {
    ended.wait()
    ended.signal()
    return try outcome.withLock { $0! }.get()
  }
}
