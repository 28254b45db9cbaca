import Dispatch
import EventLoop
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread of the operating system whose result can be waited for.
public final class JoinableThread<Success: Sendable>: Sendable {
  private let outcome = Mutex<Result<Success, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts a thread. If the system has none left, ``join()`` says so.
  public convenience init(_ body: @escaping @Sendable () throws -> Success) {
    self.init(stackSize: nil, body)
  }

  /// Starts a thread with a stack of so many bytes, or of the usual size.
  init(stackSize: Int?, _ body: @escaping @Sendable () throws -> Success) {
    let start = ThreadStart { [self] in end(Result { try body() }) }
    do throws(SystemError) { try start.onNewThread(stackSize: stackSize) } catch { end(.failure(error)) }
  }

  /// Waits for the thread's end, and holds the calling thread meanwhile.
  ///
  /// - Returns: what the thread returned.
  /// - Throws: what it threw; a ``EventLoop/SystemError`` if it could not be started.
  public func join() throws -> Success {
    ended.wait()
    ended.signal()
    return try outcome.withLock { $0! }.get()
  }

  private func end(_ result: Result<Success, any Error>) {
    outcome.withLock { $0 = result }
    ended.signal()
  }
}

/// What a new thread does. Foundation's `Thread` does not tell if there is no thread, and whoever waits for it waits for ever.
private final class ThreadStart {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }

  func onNewThread(stackSize: Int?) throws(SystemError) {
    let start = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
      let attributes = attributes.baseAddress!
      pthread_attr_init(attributes)
      defer { pthread_attr_destroy(attributes) }
      pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
      if let stackSize { pthread_attr_setstacksize(attributes, stackSize) }
      #if canImport(Darwin)
        return pthread_create(&thread, attributes, { ThreadStart.run($0) }, start.toOpaque())
      #else
        return pthread_create(&thread, attributes, { ThreadStart.run($0!) }, start.toOpaque())
      #endif
    }
    guard code == 0 else {
      start.release()
      throw SystemError("pthread_create", code: code)
    }
  }

  private static func run(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadStart>.fromOpaque(pointer).takeRetainedValue().body()
    return nil
  }
}
