#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A number for each thread that lives at the same time.
public enum ThreadIdentity {
  /// The number of the calling thread.
  public static var current: UInt64 {
    #if canImport(Darwin)
      UInt64(UInt(bitPattern: pthread_self()))
    #else
      UInt64(pthread_self())
    #endif
  }
}
