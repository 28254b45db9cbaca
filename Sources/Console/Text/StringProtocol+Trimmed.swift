extension StringProtocol {
  /// The text without white space around it.
  package var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The text without the blanks at its end.
  package var trimmedBehind: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
