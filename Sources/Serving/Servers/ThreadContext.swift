import Platform

/// What a thread that serves or asks has for itself, however many connections it has. Only used by that thread.
final class ThreadContext: @unchecked Sendable {
  /// Room for what one read brings; what is read is taken in at once, so one is enough.
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 * 1024, alignment: 16)
  private var lastCoreTime = Duration.zero

  deinit { buffer.deallocate() }

  /// The time for which the thread has used a core since this was last asked.
  func takeCoreTime() -> Duration {
    let coreTime = CPUTime.ofThread
    defer { lastCoreTime = coreTime }
    return coreTime - lastCoreTime
  }
}
