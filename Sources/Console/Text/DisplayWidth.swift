/// How many columns text takes on a terminal: the one place that knows about widths.
package enum DisplayWidth {
  /// The columns that a text takes.
  ///
  /// Escape sequences, control characters and combining marks take none; East Asian wide characters and emoji take
  /// two; everything else takes one. What a terminal shows as one picture (a letter with its accents, a family joined
  /// from four emoji) counts once.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return PlainText.withoutEscapes(text).reduce(0) { $0 + width(of: $1) }
  }

  /// The columns that the widest of the texts takes; none for no texts.
  package static func most(_ texts: [String]) -> Int { texts.map { of($0) }.max() ?? 0 }

  /// The text, cut where it is wider than a number of columns, an ellipsis (`~` in ASCII) then behind it.
  ///
  /// Escape sequences are not kept: cut first and paint then.
  package static func cut(_ text: String, to columns: Int, _ style: TextStyle) -> String {
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var taken = 0
    for character in PlainText.withoutEscapes(text) {
      let width = width(of: character)
      guard taken + width < columns else { break }
      kept.append(character)
      taken += width
    }
    while kept.last == " " { kept.removeLast() }
    return kept + (style.ascii ? "~" : "…")
  }

  /// The text, filled up with spaces behind it to a number of columns; one that is as wide already is returned as it is.
  package static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  package static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // Variation selector 16 asks for the picture of a character that is text by itself, as in ☀️.
      if scalar.value == 0xFE0F, width > 0 { return 2 }
      width = max(width, self.width(of: scalar))
    }
    return width
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if properties.isDefaultIgnorableCodePoint { return 0 }
    let isRegionalIndicator = (0x1F1E6...0x1F1FF).contains(scalar.value)
    if isRegionalIndicator || properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// What is wide (W) or full width (F) in Unicode's EastAsianWidth.txt and is not an emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
