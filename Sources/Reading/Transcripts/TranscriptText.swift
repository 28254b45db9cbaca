import Foundation

/// Turns the bytes of a transcript into lines, whichever system wrote them.
enum TranscriptText {
  /// The lines without their ends, or `nil` where the bytes are no text.
  ///
  /// Understood are UTF-8, UTF-16 with a byte order mark, and, for what is neither, Windows-1252 (Latin-1 with
  /// typographic quotes); lines end in LF, CRLF or CR.
  static func lines(_ bytes: Data) -> [String]? {
    guard var text = decoded(bytes) else { return nil }
    text.makeContiguousUTF8()
    guard !text.has(0) else { return nil }
    if text.has(UInt8(ascii: "\r")) {
      text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func decoded(_ bytes: Data) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return bytes.count.isMultiple(of: 2) ? String(data: bytes, encoding: .utf16) : nil
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    return String(validating: body, as: UTF8.self)
      ?? String(data: body, encoding: .windowsCP1252)
      ?? String(data: body, encoding: .isoLatin1)
  }
}

extension String {
  /// Whether a byte of ASCII is in the text, behind that number of bytes; in the system's own words, for texts of many lines.
  func has(_ byte: UInt8, behind count: Int = 0) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      bytes.count > count && memchr(bytes.baseAddress! + count, Int32(byte), bytes.count - count) != nil
    }
  }
}
