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

  /// A field of `/proc/…/stat` that is a number; they are counted from 1, as `proc_pid_stat(5)` does.
  static func field(_ number: Int, inStat stat: String) -> Int? {
    // The second field is a name in parentheses, and may contain anything, also spaces and parentheses.
    guard let name = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[name...].dropFirst().split(separator: " ")
    return fields.count > number - 3 ? Int(fields[number - 3]) : nil
  }

  /// The numbers in a text, as in `/proc/self/statm`.
  static func numbers(in text: String) -> [Int] {
    text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }
}
