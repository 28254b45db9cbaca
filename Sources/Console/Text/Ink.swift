/// A colour or weight of text on a terminal, by what it means.
///
/// Only the terminal's own palette is used, so that a reader's theme, light or dark, decides on the shades.
package enum Ink: Sendable, Hashable {
  /// Computing: green, as in the lecture.
  case work
  /// Waiting with the thread given back: red, as in the lecture, and bright, since its glyph is a light one.
  case wait
  /// Waiting while holding the thread: red.
  case block
  /// Queued: grey.
  case queue
  /// A claim that holds, an exercise that passes: green.
  case good
  /// A claim that fails, an exercise that is wrong: red.
  case bad
  /// What stands back behind the rest, such as an axis.
  case dim
  /// What stands out, such as a title.
  case bold
  /// One of the lines of a chart, counted from 0; from the sixth on the colours repeat.
  case series(Int)

  /// The text in this ink, or unchanged where the style has no colours or the text is empty.
  package func paint(_ text: String, _ style: TextStyle) -> String {
    style.color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// The parameter of the escape sequence that selects the ink (ECMA-48, "select graphic rendition").
  private var code: Int {
    switch self {
    case .bold: 1
    case .dim: 2
    case .block, .bad: 31
    case .work, .good: 32
    case .queue: 90
    case .wait: 91
    case .series(let index): [36, 33, 35, 34, 32, 31][((index % 6) + 6) % 6]
    }
  }
}
