#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a thread that serves has for itself, however many clients it serves. Only used by that thread.
final class Desk: @unchecked Sendable {
  /// Room for what one read brings; what is read is taken in at once, so one is enough.
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 * 1024, alignment: 16)
  private var lastCoreTime = Duration.zero

  deinit { buffer.deallocate() }

  /// The time for which the thread has used a core since this was last asked.
  func takeCoreTime() -> Duration {
    var used = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used)
    let coreTime = Duration.seconds(used.tv_sec) + .nanoseconds(used.tv_nsec)
    defer { lastCoreTime = coreTime }
    return coreTime - lastCoreTime
  }
}
