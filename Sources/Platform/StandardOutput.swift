#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, unbuffered: what is written is there, also if the program is ended in the next moment.
package enum StandardOutput {
  /// Writes a text. A reader who has gone away (a closed pipe) ends the program by the signal that the system sends for it.
  package static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a text to standard error.
  package static func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      #if canImport(Darwin)
        let put = Darwin.write
      #else
        let put = Glibc.write
      #endif
      while !rest.isEmpty {
        let count = put(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        if count <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }
}
