import Figures

/// A game on the page: on the screen, no more lines than it has rows and none wider than it is.
struct PlayPage {
  private let session: PlaySession
  private let style: TextStyle

  init(_ session: PlaySession, style: TextStyle) {
    self.session = session
    self.style = style
  }

  /// The screen, from its first row to its last.
  ///
  /// Where there is little room, the blank lines go first, then the foot of the picture: what happened last, and the question, stay.
  func lines(rows: Int) -> [String] {
    var picture = session.game.picture(style)
    let board = session.game.board(style)
    var message = self.message
    if session.remark == nil, session.game.tone == .bad, !session.game.isOver {
      message += [Ink.dim.paint("u takes it back.", style)]
    }
    let foot = [question, keys].filter { !$0.isEmpty }
    let fixed = 1 + board.count + message.count + foot.count
    let gaps = board.isEmpty ? 3 : 4
    var room = rows - fixed - picture.count
    if room < 0 { picture.removeLast(min(-room, max(0, picture.count - 1))) }
    room = max(0, rows - fixed - picture.count)
    // The gap above the foot is the most useful one, and the one below the title the least.
    let gap = (0..<gaps).map { $0 < room ? [""] : [] }
    var lines = [heading] + (gaps == 4 ? gap[3] : gap[2]) + picture
    if !board.isEmpty { lines += gap[2] + board }
    lines += gap[1] + message
    let free = rows - lines.count - foot.count
    lines += [String](repeating: "", count: max(0, free))
    lines = Array(lines.prefix(max(0, rows - foot.count))) + foot
    return lines.suffix(rows).map(fitted)
  }

  /// Without a screen: how the game stands, and the question.
  var text: [String] {
    let board = session.game.board(style).reversed().drop(while: \.isEmpty).reversed()
    let parts = [session.game.picture(style), Array(board), [question].filter { !$0.isEmpty }]
    return parts.filter { !$0.isEmpty }.flatMap { [""] + $0 }.map { line in
      String(fitted(line).reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The title.
  var heading: String { Ink.bold.paint(DisplayWidth.cut(session.game.title, to: style.width, style), style) }

  /// What came of the last key.
  var message: [String] {
    let count = session.game.moves
    let ink: Ink? = session.remark == nil && count > 0 && !session.game.isOver ? session.game.tone : nil
    return Prose.wrap(session.message, to: style.measure).map { ink?.paint($0, style) ?? $0 }
  }

  private var question: String { session.game.isOver ? "" : session.game.question }

  private var keys: String {
    session.commonKeys.map { "\(Ink.bold.paint($0.key, style)) \($0.does)" }.joined(separator: "   ")
  }

  /// A painted line has no more than its paint beyond the width; what is too wide without it is cut.
  private func fitted(_ line: String) -> String {
    let plain = style.ascii ? PlainText.ascii(line) : line
    return DisplayWidth.of(plain) <= style.width ? plain : DisplayWidth.cut(plain, to: style.width, style)
  }
}
