/// Scans Python.
struct PythonScanner: SourceScanner {
  let characters: [Character]
  var position = 0
  var line = SourceText.Line()
  var lines: [SourceText.Line] = []
  /// The quote that ends the string literal that the scanner is within: one sign, or three for a literal of several lines.
  private var quote = ""
  private var openBrackets = 0
  /// The columns in front of the statement that the scanner is within or has left last.
  private var indentation = 0
  /// Whether the line goes on with the statement of the line before.
  private var isWithinStatement = false
  /// The blank lines whose depth is not known yet.
  private var blanks: [Int] = []

  init(_ characters: [Character]) {
    self.characters = characters
  }

  mutating func scanNext() {
    if quote.isEmpty {
      scanCode(characters[position])
    } else {
      scanString()
    }
  }

  private mutating func scanCode(_ character: Character) {
    switch character {
    case "#": while isWithinLine { take(1, .comment) }
    case "\"", "'":
      let triple = String(repeating: character, count: 3)
      quote = looksAt(triple) ? triple : String(character)
      take(quote.count, .string)
    default:
      if "([{".contains(character) { openBrackets += 1 }
      if ")]}".contains(character) { openBrackets = max(0, openBrackets - 1) }
      take(1, .code)
    }
  }

  private mutating func scanString() {
    if looksAt("\\") {
      take(1, .string)
      if isWithinLine { take(1, .string) }
    } else if looksAt(quote) {
      take(quote.count, .string)
      quote = ""
    } else {
      take(1, .string)
    }
  }

  mutating func endLine() {
    // A string on one line ends with it, closed or not, so that one missing quote does not swallow the file.
    if quote.count == 1 { quote = "" }
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
