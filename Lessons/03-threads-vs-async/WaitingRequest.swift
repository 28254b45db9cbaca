import EventLoop
import Platform

/// A request that does nothing but wait. What does it cost meanwhile?
struct WaitingRequest: Sendable {
  let loop: EventLoop
  let wait: Duration

  // [00:02] [00:09] [00:19] As a thread. It has a stack of its own from the
  // start, and an entry in the operating system's tables, although all that
  // it does is wait.
  func startThread() throws -> SystemThread {
    try SystemThread { loop.block(for: wait) }
  }

  // [00:02] [01:53] [01:59] As a task. While it waits, all that is left of it
  // is an entry among the loop's timers and the few variables that it needs
  // to go on. The thread is free.
  func startTask() -> Task<Void, any Error> {
    Task(executorPreference: loop) { try await loop.sleep(for: wait) }
  }
}
