/// Goes through a source character by character and tells code, comments and strings apart.
protocol SourceScanner {
  var characters: [Character] { get }
  var position: Int { get set }
  /// The line that the position is in, as far as it has been taken.
  var line: SourceText.Line { get set }
  var lines: [SourceText.Line] { get set }

  /// Takes what stands at the position, which is no end of a line.
  mutating func scanNext()
  /// Adds the line to the others, with its depths.
  mutating func endLine()
}

extension SourceScanner {
  mutating func scan() -> [SourceText.Line] {
    while position < characters.count {
      if characters[position] == "\n" {
        endLine()
        position += 1
      } else {
        scanNext()
      }
    }
    if !line.characters.isEmpty { endLine() }
    return lines
  }

  /// Whether the line goes on at the position.
  var isWithinLine: Bool { position < characters.count && characters[position] != "\n" }

  func looksAt(_ text: String, ahead: Int = 0) -> Bool {
    characters[min(position + ahead, characters.count)...].starts(with: text)
  }

  mutating func take(_ count: Int, _ kind: SourceText.Kind) {
    for _ in 0..<count where position < characters.count {
      line.append(characters[position], kind)
      position += 1
    }
  }
}
