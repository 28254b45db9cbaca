/// Running text on a page of fixed width.
package enum Prose {
  /// Breaks a text into lines between words.
  ///
  /// A line break in the text is kept, and so is a number with its unit. A word that is wider than a line gets one of its own.
  ///
  /// - Parameters:
  ///   - columns: the width of a line, its indentation included.
  ///   - first: what the first line begins with, for example a bullet.
  ///   - rest: what the other lines begin with.
  package static func wrap(_ text: String, to columns: Int, first: String = "", rest: String = "") -> [String]
  {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = lines.isEmpty ? first : rest
      var isEmpty = true
      for word in words(of: paragraph) {
        if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > columns {
          lines.append(line)
          line = rest
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }

  /// What a line may end between: words, a number together with its unit.
  private static func words(of paragraph: Substring) -> [String] {
    var words: [String] = []
    for word in paragraph.split(separator: " ") {
      if words.last?.last?.isWholeNumber == true, units.contains(word.prefix { !",.;:)".contains($0) }) {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private static let units: Set<Substring> = ["%", "×", "s", "ms", "µs", "ns", "B", "KiB", "MiB", "GiB"]
}
