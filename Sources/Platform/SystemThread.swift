#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread of the operating system. Unlike Foundation's, it throws if the system has no room for it.
package struct SystemThread: @unchecked Sendable {
  /// A quarter of a megabyte, in bytes. It is enough for most work; of the usual eight megabytes for each of many threads the
  /// address space would be the first thing to run out.
  package static let smallStack = 256 * 1024

  private let thread: pthread_t

  /// Starts a thread. Either ``join()`` or ``leave()`` is to be called once.
  ///
  /// - Parameters:
  ///   - stack: the address space for its calls, in bytes; `nil` for what the system usually gives.
  ///   - body: what it does.
  /// - Throws: what the system says if there is no room for one more.
  package init(stack: Int? = nil, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
    let box = Unmanaged.passRetained(Box(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
      pthread_attr_init(attributes.baseAddress!)
      defer { pthread_attr_destroy(attributes.baseAddress!) }
      if let stack { pthread_attr_setstacksize(attributes.baseAddress!, stack) }
      #if canImport(Darwin)
        return pthread_create(&thread, attributes.baseAddress, { Box.run($0) }, box.toOpaque())
      #else
        return pthread_create(&thread, attributes.baseAddress, { Box.run($0!) }, box.toOpaque())
      #endif
    }
    guard code == 0 else {
      box.release()
      throw SystemError("pthread_create", code: code)
    }
    #if canImport(Darwin)
      self.thread = thread!
    #else
      self.thread = thread
    #endif
  }

  /// Runs code on a new thread and does not wait for it.
  ///
  /// - Throws: what the system says if there is no room for one more.
  package static func detached(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    try SystemThread(body).leave()
  }

  /// Waits until the thread has ended.
  package func join() { pthread_join(thread, nil) }

  /// Lets the thread end when it will.
  package func leave() { pthread_detach(thread) }

  /// Keeps the calling thread for a time, or until a signal comes.
  package static func pause(nanoseconds: UInt64) {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    var pause = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest))
    nanosleep(&pause, nil)
  }

  private final class Box {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }

    static func run(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      let box = Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue()
      // Freed in the end: for the first thing that a thread frees, glibc may reserve 64 MiB of addresses.
      withExtendedLifetime(box) { box.body() }
      return nil
    }
  }
}
