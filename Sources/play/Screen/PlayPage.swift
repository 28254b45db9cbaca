import Console
import Workbook

/// A game on the page: on the screen, no more lines than it has rows and none wider than it is.
struct PlayPage {
  let session: PlaySession
  let style: TextStyle

  /// The screen, from its first row to its last.
  ///
  /// Where there is little room, the blank lines go first, then the picture from its foot on, then the board: what happened last,
  /// and the question, stay.
  func lines(rows: Int) -> [String] {
    var message = self.message
    if session.remark == nil, session.game.tone == .bad, !session.game.isOver {
      message.append(Ink.dim.paint("u takes it back.", style))
    }
    let foot = [question, keys].filter { !$0.isEmpty }
    var blocks = [[heading], session.game.picture(style), session.game.board(style), message].map {
      $0.map(fitted)
    }
    var excess = blocks.joined().count + foot.count - rows
    for block in [1, 2, 0, 3] where excess > 0 {
      let cut = min(excess, blocks[block].count)
      blocks[block].removeLast(cut)
      excess -= cut
    }
    var lines: [String] = []
    // The gap above what happened last is the most useful one, and the one below the title the least.
    var gaps = max(0, -excess - 1)
    for block in blocks.reversed() where !block.isEmpty {
      lines = block + (lines.isEmpty || gaps == 0 ? [] : [""]) + lines
      if lines.count > block.count, gaps > 0 { gaps -= 1 }
    }
    let free = rows - lines.count - foot.count
    return (lines + [String](repeating: "", count: max(0, free)) + foot.map(fitted)).suffix(rows)
  }

  /// Without a screen: how the game stands, and the question.
  var text: [String] {
    let board = session.game.board(style).reversed().drop(while: \.isEmpty).reversed()
    let parts = [
      session.game.picture(style), Array(board),
      question.isEmpty ? [] : Prose.wrap(question, to: style.measure),
    ]
    return parts.filter { !$0.isEmpty }.flatMap { [""] + $0 }.map { line in
      fitted(line).trimmedBehind
    }
  }

  var heading: String { Ink.bold.paint(DisplayWidth.cut(session.game.title, to: style.width, style), style) }

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
