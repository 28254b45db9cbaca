import Foundation

/// Standard input, for a program that is handed a line at its start.
package enum StandardInput {
  /// Reads a line, and leaves nothing to be read by whatever runs later.
  ///
  /// - Returns: the line without its end; empty if there is none.
  package static func takeLine() -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 1000 {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      bytes.append(byte)
    }
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, STDIN_FILENO)
    if nothing > STDERR_FILENO { close(nothing) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
