/// Text for a terminal that shows nothing but ASCII.
package enum PlainASCII {
  private static let substitutes: [Character: String] = [
    "·": "-", "—": "-", "–": "-", "─": "-", "×": "x", "…": "...", "≈": "~", "✓": "ok", "✗": "NO", "→": "->",
    "’": "'", "“": "\"", "”": "\"", "≤": "<=", "≥": ">=",
  ]

  /// The text with every character outside of ASCII replaced by what comes closest to it, or by a question mark.
  package static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { $0 += $1.isASCII ? String($1) : substitutes[$1] ?? "?" }
  }
}
