import Console

/// The lines below an error, in which the compiler shows the learner's code and points into it.
enum CompilerExcerpt {
  /// How many lines of one message are shown, and how many columns of one line of code.
  private static let (lines, columns) = (30, 240)
  private static let tab = 4

  /// The lines as they can be shown: tabs as spaces, what is invisible written out, and what points at a character still below
  /// it. The compiler counts characters there, and takes each for one column.
  static func shown(_ message: [String]) -> [String] {
    var shown: [String] = []
    var columns: [Int] = []
    for line in message.prefix(lines) {
      if let match = line.wholeMatch(of: /( *\d+ \| ?)(.*)/) {
        let (text, ends) = expanded(String(match.2))
        columns = ends
        shown.append(DisplayWidth.cut(match.1 + text, to: Self.columns, TextStyle()))
      } else if let match = line.wholeMatch(of: /( *\| ?)([ |]*)(.*)/) {
        shown.append(match.1 + moved(match.2, columns) + PlainText.visible(String(match.3)))
      } else {
        shown.append(PlainText.visible(line).replacing("\t", with: " "))
      }
    }
    let rest = message.count - shown.count
    return rest > 0 ? shown + ["(and \(rest) more lines)"] : shown
  }

  /// A line of code as it is shown, and the column behind each of its characters.
  private static func expanded(_ code: String) -> (text: String, ends: [Int]) {
    var (text, column) = ("", 0)
    let ends = code.map { character -> Int in
      let shown =
        character == "\t"
        ? String(repeating: " ", count: tab - column % tab) : PlainText.visible(String(character))
      text += shown
      column += DisplayWidth.of(shown)
      return column
    }
    return (text, ends)
  }

  /// What stands below some characters, moved to where these are shown.
  private static func moved(_ marks: Substring, _ ends: [Int]) -> String {
    var moved = ""
    var column = 0
    for (index, mark) in marks.enumerated() {
      let end = index < ends.count ? ends[index] : column + 1
      if end > column { moved += String(mark) + String(repeating: " ", count: end - column - 1) }
      column = max(column, end)
    }
    return moved
  }
}
