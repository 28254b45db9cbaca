import Foundation

/// Small files in which a system says something about itself, such as those below `/proc`.
package enum SystemFile {
  /// The text of a file, or nothing if it cannot be read.
  ///
  /// Read without buffers of the heap beyond a few pages: the reading must not change what it reads about.
  package static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      var text = ""
      while case let count = read(file, buffer.baseAddress!, buffer.count), count > 0 {
        text += String(decoding: buffer.prefix(count), as: UTF8.self)
      }
      return text
    }
  }
}
