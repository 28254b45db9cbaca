import Foundation

/// Turns the bytes of a transcript into lines, whichever system wrote them.
enum TranscriptText {
  /// The lines without their ends, or `nil` where the bytes are no text.
  ///
  /// Understood are UTF-8, UTF-16 with a byte order mark, and, for what is neither, Windows-1252 (Latin-1 with
  /// typographic quotes); lines end in LF, CRLF or CR.
  static func lines(_ bytes: Data) -> [String]? {
    guard let text = decoded(bytes), !text.unicodeScalars.contains("\0") else { return nil }
    let ends = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    var lines = ends.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func decoded(_ bytes: Data) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return String(data: bytes, encoding: .utf16)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    return String(validating: body, as: UTF8.self)
      ?? String(data: body, encoding: .windowsCP1252)
      ?? String(data: body, encoding: .isoLatin1)
  }
}
