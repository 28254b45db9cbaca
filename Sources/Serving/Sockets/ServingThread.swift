import EventLoop

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread of the operating system, which says so if it cannot be had.
struct ServingThread: @unchecked Sendable {
  /// A quarter of a megabyte of address space is enough for a handler; the usual eight would be the first thing to run out.
  static let usualStack = 256 * 1024

  private let thread: pthread_t

  /// Starts a thread.
  ///
  /// - Parameter stack: the address space for its calls, in bytes.
  /// - Throws: what the system says if there is no room for one more.
  init(stack: Int = usualStack, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
    let box = Unmanaged.passRetained(Box(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
      pthread_attr_init(attributes.baseAddress!)
      defer { pthread_attr_destroy(attributes.baseAddress!) }
      pthread_attr_setstacksize(attributes.baseAddress!, stack)
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

  /// Waits until the thread has ended. To be called once, and not after ``leave()``.
  func join() { pthread_join(thread, nil) }

  /// Lets the thread end when it will. To be called once, and not after ``join()``.
  func leave() { pthread_detach(thread) }

  private final class Box {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }

    static func run(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }
  }
}
