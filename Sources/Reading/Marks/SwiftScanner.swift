/// Scans Swift.
struct SwiftScanner: SourceScanner {
  /// What the scanner is within, innermost last.
  private enum Context {
    /// A comment `/* … */`; they nest.
    case comment(depth: Int)
    /// A string literal with that number of number signs around it.
    case string(signs: Int, isMultiline: Bool)
    /// Code within `\( … )`, with that number of parentheses open.
    case interpolation(parentheses: Int)
  }

  let characters: [Character]
  var position = 0
  var line = SourceText.Line()
  var lines: [SourceText.Line] = []
  private var contexts: [Context] = []
  /// The brackets that are open, outermost first.
  private var open: [Character] = []

  init(_ characters: [Character]) {
    self.characters = characters
  }

  mutating func scanNext() {
    switch contexts.last {
    case .comment(let nested): scanComment(nested)
    case .string(let signs, let isMultiline): scanString(signs: signs, isMultiline: isMultiline)
    case .interpolation, nil: scanCode()
    }
  }

  private mutating func scanCode() {
    if looksAt("//") {
      while isWithinLine { take(1, .comment) }
    } else if looksAt("/*") {
      contexts.append(.comment(depth: 1))
      take(2, .comment)
    } else if let signs = stringStart() {
      let isMultiline = looksAt("\"\"\"", ahead: signs)
      contexts.append(.string(signs: signs, isMultiline: isMultiline))
      take(signs + (isMultiline ? 3 : 1), .string)
    } else {
      count(characters[position])
      take(1, .code)
    }
  }

  private mutating func count(_ character: Character) {
    switch (character, contexts.last) {
    case ("(", .interpolation(let parentheses)):
      contexts[contexts.count - 1] = .interpolation(parentheses: parentheses + 1)
    case (")", .interpolation(1)): contexts.removeLast()
    case (")", .interpolation(let parentheses)):
      contexts[contexts.count - 1] = .interpolation(parentheses: parentheses - 1)
    case ("{", _), ("(", _), ("[", _):
      if character == "{" { line.braces.append(open.count) }
      open.append(character)
    case ("}", _): close(open.lastIndex(of: "{"))
    case (")", _): close(open.last == "(" ? open.count - 1 : nil)
    case ("]", _): close(open.last == "[" ? open.count - 1 : nil)
    default: break
    }
  }

  /// Closes a bracket and what is open within: a brace ends what the expressions within have left open.
  private mutating func close(_ index: Int?) {
    guard let index else { return }
    open.removeSubrange(index...)
    line.leastDepth = min(line.leastDepth, index)
  }

  private mutating func scanComment(_ nested: Int) {
    if looksAt("/*") {
      contexts[contexts.count - 1] = .comment(depth: nested + 1)
      take(2, .comment)
    } else if looksAt("*/") {
      contexts.removeLast()
      if nested > 1 { contexts.append(.comment(depth: nested - 1)) }
      take(2, .comment)
    } else {
      take(1, .comment)
    }
  }

  private mutating func scanString(signs: Int, isMultiline: Bool) {
    let marks = String(repeating: "#", count: signs)
    let end = (isMultiline ? "\"\"\"" : "\"") + marks
    if looksAt("\\\(marks)(") {
      contexts.append(.interpolation(parentheses: 1))
      take(2 + signs, .string)
    } else if looksAt("\\\(marks)") {
      take(1 + signs, .string)
      if isWithinLine { take(1, .string) }
    } else if looksAt(end) {
      contexts.removeLast()
      take(end.count, .string)
    } else {
      take(1, .string)
    }
  }

  /// The number signs in front of a string literal that begins here, or `nil` where none begins.
  private func stringStart() -> Int? {
    var signs = 0
    while looksAt("#", ahead: signs) { signs += 1 }
    return looksAt("\"", ahead: signs) ? signs : nil
  }

  mutating func endLine() {
    // A string on one line ends with it, closed or not, so that one missing quote does not swallow the file.
    while case .string(_, isMultiline: false)? = contexts.last { contexts.removeLast() }
    line.depthAfter = open.count
    lines.append(line)
    line = SourceText.Line()
    line.depthBefore = open.count
    line.leastDepth = open.count
  }
}
