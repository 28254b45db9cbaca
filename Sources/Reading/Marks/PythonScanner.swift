/// Goes through a Python source character by character and tells code, comments and strings apart.
struct PythonScanner {
  private let characters: [Character]
  private var position = 0
  /// The quote that ends the string literal that the scanner is within: one character, or three for a literal of several lines.
  private var quote: [Character] = []
  private var openBrackets = 0
  /// The columns in front of the statement that the scanner is within or has left last.
  private var indentation = 0
  /// Whether the line goes on with the statement of the line before.
  private var isWithinStatement = false
  /// The blank lines whose depth is not known yet.
  private var blanks: [Int] = []
  private var line = SourceText.Line()
  private var lines: [SourceText.Line] = []

  init(_ characters: [Character]) {
    self.characters = characters
  }

  mutating func scan() -> [SourceText.Line] {
    while position < characters.count {
      let character = characters[position]
      if character == "\n" {
        position += 1
        endLine()
      } else if quote.isEmpty {
        scanCode(character)
      } else {
        scanString(character)
      }
    }
    if !line.characters.isEmpty { endLine() }
    return lines
  }

  private mutating func scanCode(_ character: Character) {
    switch character {
    case "#": while position < characters.count, characters[position] != "\n" { take(1, .comment) }
    case "\"", "'":
      let triple = [character, character, character]
      quote = characters[position...].starts(with: triple) ? triple : [character]
      take(quote.count, .string)
    default:
      if "([{".contains(character) { openBrackets += 1 }
      if ")]}".contains(character) { openBrackets = max(0, openBrackets - 1) }
      take(1, .code)
    }
  }

  private mutating func scanString(_ character: Character) {
    if character == "\\" {
      take(1, .string)
      if position < characters.count, characters[position] != "\n" { take(1, .string) }
    } else if characters[position...].starts(with: quote) {
      take(quote.count, .string)
      quote = []
    } else {
      take(1, .string)
    }
  }

  private mutating func take(_ count: Int, _ kind: SourceText.Kind) {
    for _ in 0..<count where position < characters.count {
      line.append(characters[position], kind)
      position += 1
    }
  }

  private mutating func endLine() {
    // A string on one line ends with it, closed or not, so that one missing quote does not swallow the file.
    if quote.count == 1 { quote = [] }
    let goesOn = !quote.isEmpty || openBrackets > 0
    if isWithinStatement || !line.isBlank {
      if !isWithinStatement { indentation = line.indentation }
      setDepths(
        &line, isWithinStatement ? indentation + 1 : indentation,
        after: goesOn ? indentation + 1 : indentation)
      // A blank line lies as deep as what follows.
      for index in blanks { setDepths(&lines[index], line.depthBefore, after: line.depthBefore) }
      blanks = []
    } else {
      blanks.append(lines.count)
    }
    isWithinStatement = goesOn
    lines.append(line)
    line = SourceText.Line()
  }

  private func setDepths(_ line: inout SourceText.Line, _ before: Int, after: Int) {
    (line.depthBefore, line.leastDepth, line.depthAfter) = (before, before, after)
  }
}
