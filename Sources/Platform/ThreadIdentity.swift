import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A number for each thread. Unlike the operating system's, it is never given to another thread afterwards.
package enum ThreadIdentity {
  private static let last = Atomic<UInt>(0)
  private static let slot: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// The number of the calling thread, from 1.
  package static var current: UInt64 {
    if let known = pthread_getspecific(slot) { return UInt64(UInt(bitPattern: known)) }
    let number = last.add(1, ordering: .relaxed).newValue
    pthread_setspecific(slot, UnsafeRawPointer(bitPattern: number))
    return UInt64(number)
  }
}
