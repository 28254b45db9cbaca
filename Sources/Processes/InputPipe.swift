public import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What programs read from standard input. Several may share one, and all of them see its end at the same moment.
public final class InputPipe {
  /// The end that programs read from.
  let read: Int32
  private var write: Int32

  /// Opens a pipe.
  ///
  /// - Throws: a ``Platform/SystemError``, for example if there are too many open files.
  public init() throws(SystemError) {
    (read, write) = try PipeEnds.open()
  }

  /// Opens a pipe with a text in it, and nothing behind.
  ///
  /// - Parameter text: not more than a pipe holds, which is 16 KiB or more.
  public convenience init(_ text: String) throws(SystemError) {
    try self.init()
    var text = text
    text.withUTF8 { bytes in
      #if canImport(Darwin)
        _ = Darwin.write(write, bytes.baseAddress, bytes.count)
      #else
        _ = Glibc.write(write, bytes.baseAddress, bytes.count)
      #endif
    }
    end()
  }

  deinit {
    end()
    close(read)
  }

  /// Ends the input: whoever reads it, reads its end.
  public func end() {
    if write >= 0 { close(write) }
    write = -1
  }
}
