import EventLoop
import Foundation
import Measurement
import Synchronization

extension Crowd {
  /// The most memory that the threads may use before no more are made, in bytes.
  private static let budget = 640 << 20

  // [00:09] [00:19] As many threads as there are requests, as the operating system makes them.
  static func threads(_ count: Int, waiting wait: Duration) -> Crowd {
    let before = ProcessStatus.current
    let loop = EventLoop(time: .real())
    let crowd = WaitingThreads(loop: loop, wait: wait)
    var threads: [pthread_t] = []
    var stopped: String?
    while threads.count < count, stopped == nil {
      do {
        threads.append(try crowd.startThread())
      } catch {
        stopped = "the system makes no more threads (\(String(cString: strerror(error.code.rawValue))))"
      }
      if threads.count.isMultiple(of: 512), ProcessStatus.current.residentBytes > budget {
        stopped = "their memory reached \(budget >> 20) MiB, the most that this lesson takes"
      }
    }
    let creation = loop.clock.now.offset
    // The last threads may not have begun to wait yet.
    while crowd.begun.load(ordering: .relaxed) < threads.count { usleep(500) }
    let held = ProcessStatus.current.since(before)
    let waiting = crowd.waiting.load(ordering: .relaxed)
    let counted = loop.clock.now.offset
    for thread in threads { pthread_join(thread, nil) }
    return Crowd(
      kind: .threads, asked: count, made: threads.count, stopped: stopped, waiting: waiting,
      answered: crowd.answered.load(ordering: .relaxed), wait: wait.inSeconds, creation: creation.inSeconds,
      counted: counted.inSeconds,
      wall: loop.clock.now.offset.inSeconds, held: held, total: ProcessStatus.current.since(before))
  }
}

/// Threads that wait, and how many of them do.
private final class WaitingThreads: Sendable {
  let loop: EventLoop
  let wait: Duration
  let begun = Atomic(0)
  let waiting = Atomic(0)
  let answered = Atomic(0)

  init(loop: EventLoop, wait: Duration) {
    self.loop = loop
    self.wait = wait
  }

  /// Starts a thread with whatever the system gives one that asks for nothing in particular.
  func startThread() throws(POSIXError) -> pthread_t {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(&thread, nil, waitingThread, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EAGAIN)
    }
    #if canImport(Darwin)
      return thread!
    #else
      return thread
    #endif
  }

  func run() {
    waiting.add(1, ordering: .relaxed)
    begun.add(1, ordering: .relaxed)
    loop.block(for: wait)
    waiting.subtract(1, ordering: .relaxed)
    answered.add(1, ordering: .relaxed)
  }
}

#if canImport(Darwin)
  private func waitingThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<WaitingThreads>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func waitingThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    Unmanaged<WaitingThreads>.fromOpaque(context!).takeRetainedValue().run()
    return nil
  }
#endif
