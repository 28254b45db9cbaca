import Foundation

/// Text from elsewhere (a request's name, an axis' label), made fit to be drawn.
package enum PlainText {
  /// The text on one line, without escape sequences and invisible characters, and in ASCII where the style needs it.
  package static func clean(_ text: String, _ style: TextStyle) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let visible = withoutInvisible(withoutEscapes(text))
    return style.ascii ? ascii(visible) : visible
  }

  /// The text with what is invisible in it written out as in Swift's source, for example `\u{1B}`: control characters, which a
  /// terminal would obey, and marks that reorder or hide what stands beside them. Line breaks stay, and so do tabs.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x09 }) { return text }
    return text.unicodeScalars.map { written($0) ?? String($0) }.joined()
  }

  /// What stands for an invisible character; `nil` where it is shown as it is.
  package static func written(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .control where scalar == "\n" || scalar == "\t": nil
    case .control where scalar == "\r": "\\r"
    case .control where scalar == "\0": "\\0"
    // Joiners make one sign of several, and some scripts cannot do without them.
    case .format where scalar.value == 0x200C || scalar.value == 0x200D: nil
    case .control, .format, .lineSeparator, .paragraphSeparator:
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: nil
    }
  }

  /// The text in ASCII; escape sequences stay as they are.
  ///
  /// What ASCII has no letter for becomes its plain letter (`é` → `e`), a sign that is used for it (`×` → `x`), or `?`.
  package static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { plain, character in
      plain += character.isASCII ? String(character) : signs[character] ?? letter(character)
    }
  }

  /// The text as ``clean(_:_:)`` returns it, cut to a number of columns.
  package static func fit(_ text: String, to columns: Int, _ style: TextStyle) -> String {
    DisplayWidth.cut(clean(text, style), to: columns, style)
  }

  /// The texts, cut to a number of columns: at their ends or, where two would then read alike, in their middles.
  package static func fit(_ texts: [String], to columns: Int, _ style: TextStyle) -> [String] {
    let cut = texts.map { fit($0, to: columns, style) }
    guard Set(cut).count < Set(texts).count else { return cut }
    return texts.map { text in
      let text = clean(text, style)
      guard DisplayWidth.of(text) > columns else { return text }
      var end = ""
      while let next = text.dropLast(end.count).last, DisplayWidth.of("\(next)\(end)") <= columns / 2 {
        end = "\(next)\(end)"
      }
      return DisplayWidth.cut(text, to: columns - DisplayWidth.of(end), style) + end
    }
  }

  /// The text without what a terminal takes as a command: control sequences (`ESC [ … m`) and titles (`ESC ] … BEL`).
  static func withoutEscapes(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var kept = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\u{1B}" else {
        kept.append(scalar)
        continue
      }
      switch scalars.next() {
      case "[":
        while let next = scalars.next(), !(0x40...0x7E).contains(next.value) {}
      case "]":
        while let next = scalars.next(), next != "\u{07}" {
          if next == "\u{1B}" {
            _ = scalars.next()
            break
          }
        }
      default: break
      }
    }
    return String(kept)
  }

  /// Line breaks and tabs become spaces; other controls and marks that reorder or hide text go.
  private static func withoutInvisible(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        if scalar.properties.isWhitespace { kept.append(" ") }
      case .format:
        // The joiner stays: it makes one picture of several emoji.
        if scalar.value == 0x200D { kept.append(scalar) }
      case .unassigned, .surrogate, .privateUse:
        // A terminal's font decides on the width of these, so it cannot be known.
        kept.append("\u{FFFD}")
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static func letter(_ character: Character) -> String {
    let plain = String(character).folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    return plain.allSatisfy(\.isASCII) && !plain.isEmpty ? plain : "?"
  }

  private static let signs: [Character: String] = [
    "×": "x", "·": "-", "…": "...", "–": "-", "—": "-", "−": "-", "─": "-", "→": "->", "←": "<-", "≤": "<=",
    "≥": ">=", "≈": "~", "µ": "u", "μ": "u", "“": "\"", "”": "\"", "‘": "'", "’": "'", "ß": "ss", "✓": "ok",
    "✗": "NO", "\u{A0}": " ", "\u{202F}": " ",
  ]
}
