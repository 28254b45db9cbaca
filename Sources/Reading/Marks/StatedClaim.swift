/// A claim as a lesson's sources state it: `Claim("…", at: "00:41", "…", …)`.
package struct StatedClaim: Sendable, Hashable {
  package var id: String
  package var at: Timestamp
  package var statement: String
  package var region: SourceRegion

  /// The claims in a source, in its order. One whose id, time and statement are no plain literals is left out.
  package static func all(in text: String, of file: SourceFile) -> [StatedClaim] {
    let lines = SourceText(text).lines
    return lines.indices.compactMap { index in
      guard lines[index].code.contains(/\bClaim\(/) else { return nil }
      let depth = lines[index].depthBefore
      let last = lines[index...].firstIndex { $0.depthAfter <= depth } ?? lines.count - 1
      var literals = Literals(lines[index...last])
      guard literals.skip("Claim("), let id = literals.next(), literals.skip(",at:"),
        let time = literals.next(),
        literals.skip(","), var statement = literals.next(), let at = Timestamp(time)
      else { return nil }
      while literals.skip("+"), let more = literals.next() { statement += more }
      return StatedClaim(
        id: id, at: at, statement: statement,
        region: SourceRegion(file, kind: .claim, times: [at], mark: index + 1, index..<(last + 1), of: lines))
    }
  }
}

/// Reads string literals and the code between them.
private struct Literals {
  private var pieces: ArraySlice<(text: String, isString: Bool)> = []

  init(_ lines: ArraySlice<SourceText.Line>) {
    for line in lines {
      for (character, kind) in zip(line.characters, line.kinds) where kind != .comment {
        if kind == .code, character.isWhitespace { continue }
        if pieces.last?.isString != (kind == .string) { pieces.append(("", kind == .string)) }
        pieces[pieces.endIndex - 1].text.append(character)
      }
    }
  }

  /// Goes past a piece of code that ends as given.
  mutating func skip(_ code: String) -> Bool {
    guard let piece = pieces.first, !piece.isString, piece.text.hasSuffix(code) else { return false }
    pieces.removeFirst()
    return true
  }

  /// The value of the literal that comes next.
  mutating func next() -> String? {
    guard let piece = pieces.popFirst(), piece.isString, piece.text.count >= 2,
      !piece.text.hasPrefix("\"\"\"")
    else { return nil }
    return String(piece.text.dropFirst().dropLast()).replacing(/\\(.)/) { String($0.output.1) }
  }
}
