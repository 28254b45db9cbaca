#if canImport(Darwin)
  public import Darwin
#else
  public import Glibc
#endif

/// A value that one thread at a time can use: as `Mutex`, over the lock of POSIX.
///
/// Public, since only then the compiler specializes and inlines it in other modules.
///
/// The Thread Sanitizer knows that lock. Of the standard library's on Linux it sees nothing as soon as two threads want it
/// at once, and then reports races that are none.
public final class Guarded<Value>: @unchecked Sendable {
  @usableFromInline let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  @usableFromInline let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

  /// Creates a guarded value.
  @inlinable
  public init(_ initial: consuming sending Value) {
    pthread_mutex_init(lock, nil)
    value.initialize(to: initial)
  }

  @inlinable
  deinit {
    value.deinitialize(count: 1)
    value.deallocate()
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Uses the value while no other thread does.
  @inlinable
  public func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value.pointee)
  }
}
