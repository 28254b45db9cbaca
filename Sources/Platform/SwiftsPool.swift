import Dispatch

/// Runs asynchronous code on Swift's pool, and holds the calling thread until it is done.
///
/// Only where no task can be waiting for the calling thread, as on a lesson's main thread, which runs no tasks.
package func onSwiftsPool<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) throws -> Value {
  let outcome = Guarded<Result<Value, any Error>?>(nil)
  let ended = DispatchSemaphore(value: 0)
  Task.detached {
    let result: Result<Value, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    outcome.withLock { $0 = result }
    ended.signal()
  }
  ended.wait()
  return try outcome.withLock { $0! }.get()
}
