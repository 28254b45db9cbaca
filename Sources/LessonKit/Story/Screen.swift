import Console
import Figures

/// What the reader sees of a lesson: headings, paragraphs, pictures and verdicts, one below the other.
final class Screen {
  /// How wide the screen is now, which the reader may change, and what it can show.
  let currentStyle: @Sendable () -> TextStyle
  /// The lines that were written last, for a screen that has to be drawn anew.
  private(set) var recent: [String] = []
  /// Whether what is on the screen can be drawn over.
  let canRedraw: Bool
  private let put: (String) -> Void
  private var hasStatus = false
  /// Whether the last line is blank: then what begins with a blank line needs no further one.
  private var endsBlank = false

  init(
    style: @escaping @autoclosure @Sendable () -> TextStyle, canRedraw: Bool,
    write: @escaping (String) -> Void
  ) {
    currentStyle = style
    self.canRedraw = canRedraw
    put = write
  }

  /// A screen without a viewer.
  static var blank: Screen { Screen(style: TextStyle(), canRedraw: false) { _ in } }

  var style: TextStyle { currentStyle() }

  /// The column that running text ends at: long lines are hard to read.
  private var measure: Int { style.measure }

  func title(_ text: String, _ subtitle: String) {
    lines([Ink.bold.paint(text, style)] + Prose.wrap(subtitle, to: measure).map { Ink.dim.paint($0, style) })
  }

  func heading(_ text: String) {
    var title = Prose.wrap(text, to: measure - 3)
    let last = title.removeLast()
    let rule = String(repeating: style.ascii ? "-" : "─", count: max(0, measure - DisplayWidth.of(last) - 4))
    let dash = style.ascii ? "-- " : "── "
    func painted(_ line: String) -> String { Ink.dim.paint(dash, style) + Ink.bold.paint(line, style) }
    lines([""] + title.map(painted) + ["\(painted(last)) \(Ink.dim.paint(rule, style))", ""])
  }

  func paragraph(_ text: String) {
    lines(Prose.wrap(text, to: measure) + [""])
  }

  func note(_ text: String) {
    lines(Prose.wrap(text, to: measure).map { Ink.dim.paint($0, style) } + [""])
  }

  func answer(_ text: String, isRight: Bool) {
    let ink = isRight ? Ink.good : Ink.bold
    lines(Prose.wrap(text, to: measure, first: "> ", rest: "  ").map { ink.paint($0, style) } + [""])
  }

  /// A question with numbered answers to choose from.
  func choice(_ question: String, _ answers: [String]) {
    let numbered = answers.enumerated().flatMap { index, text in
      Prose.wrap(text, to: measure, first: "  \(index + 1)  ", rest: "     ")
    }
    lines(Prose.wrap(question, to: measure) + numbered + [""])
  }

  /// What to try next, on a line where there is room: the question, and behind it the command.
  func whatIf(_ question: String, _ command: String) {
    let arrow = style.ascii ? "> " : "→ "
    let line = "\(arrow)\(question)  \(command)"
    if DisplayWidth.of(line) <= style.width {
      lines(["", arrow + question + "  " + Ink.bold.paint(command, style)])
    } else {
      lines(
        [""] + Prose.wrap(question, to: measure, first: arrow, rest: "  ")
          + Prose.wrap(command, to: measure, first: "  ", rest: "    ").map { Ink.bold.paint($0, style) })
    }
  }

  func prompt(_ text: String) {
    endsBlank = false
    write(Ink.bold.paint(text, style))
  }

  func figure(_ figure: Figure) {
    lines(figure.text(style) + [""])
  }

  func claims(_ claims: [ClaimRecord]) {
    // What kept several claims from being measured is said once.
    var said: Set<String> = []
    lines(
      claims.flatMap { claim in
        var claim = claim
        if claim.verdict == .notMeasured, !said.insert(claim.because).inserted {
          claim.because = "For the same reason."
        }
        return ClaimText.lines(claim, to: measure, style)
      })
  }

  /// Takes the last frame away again.
  func erase(_ count: Int) {
    if count > 0 { write("\u{1B}[\(count)A\u{1B}[J") }
  }

  /// Says what is going on, in a line that the next one takes the place of; on a terminal only.
  func status(_ text: String) {
    guard canRedraw else { return }
    let line = style.ascii ? PlainText.ascii(text) : text
    put("\r\u{1B}[K" + Ink.dim.paint(DisplayWidth.cut(line, to: style.width - 1, style), style))
    hasStatus = true
  }

  /// Begins or ends to draw over what is drawn: meanwhile there is no cursor, and what is too wide is cut and moves nothing.
  func drawsOver(_ isDrawing: Bool) { write(isDrawing ? Self.beginning : "\u{1B}[?7h\u{1B}[?25h") }

  /// What a terminal is told before it is drawn over.
  static let beginning = "\u{1B}[?25l\u{1B}[?7l"

  private func write(_ text: String) {
    put((hasStatus ? "\r\u{1B}[K" : "") + (style.ascii ? PlainText.ascii(text) : text))
    hasStatus = false
  }

  func lines(_ lines: [String]) {
    // Reading aids cost nothing on paper: a screen that is kept has no blanks at the ends of its lines.
    let lines = endsBlank && lines.first == "" ? lines.dropFirst() : lines[...]
    guard let last = lines.last else { return }
    let trimmed = lines.map(\.trimmingBlanks)
    if canRedraw { recent = (recent + trimmed).suffix(100) }
    write(trimmed.map { $0 + "\n" }.joined())
    endsBlank = last.isEmpty
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
