import Console

/// A game as plain text: what a key did is a paragraph, and nothing is drawn over.
struct TextPlay {
  let style: TextStyle
  let write: (String) -> Void

  /// Plays keys, and says what each of them did.
  ///
  /// - Throws: a ``Console/Complaint`` for a key that means nothing where it stands.
  func replay(_ keys: String, in session: inout PlaySession) throws(Complaint) {
    // What is wrong is told before anything is printed.
    var trial = session
    for (place, key) in keys.enumerated() {
      let action = trial.press(key)
      if action == .quit { break }
      if action == .unknown { throw unknown(key, at: place, of: keys, trial) }
    }
    begin(session)
    for key in keys {
      if press(key, in: &session) == .quit { return }
    }
    if !session.game.isOver { show(page(session).text + ["", "The keys end here."]) }
  }

  /// Reads keys, a line at a time, until they end or the reader quits.
  func play(_ session: inout PlaySession, read: () -> String?) {
    begin(session)
    show(page(session).text + [""] + paragraph(Self.help))
    while let line = read() {
      for key in line where !key.isWhitespace {
        switch press(key, in: &session) {
        case .quit: return
        case .unknown: show([""] + paragraph(session.message))
        case .draw: break
        }
      }
      if !session.game.isOver { show(page(session).text) }
    }
  }

  private static let help =
    "Type keys, and then Enter: u takes back, ? shows the rules, a again, n next round, q quits."

  private func begin(_ session: PlaySession) {
    show([page(session).heading, ""] + page(session).message)
  }

  private func page(_ session: PlaySession) -> PlayPage { PlayPage(session: session, style: style) }

  private func paragraph(_ text: String) -> [String] { Prose.wrap(text, to: style.measure) }

  private func press(_ key: Character, in session: inout PlaySession) -> PlaySession.Action {
    let before = session
    let action = session.press(key)
    switch action {
    case .unknown, .quit: break
    case .draw where session.isNewRound(since: before):
      show([""])
      begin(session)
    case .draw where session.game.isHalfway: break
    case .draw:
      let typed = before.game.isHalfway && key != "u" ? "\(before.keys.last!)\(key)" : "\(key)"
      let said = session.remark ?? session.game.message
      let lines = Prose.wrap(
        said, to: style.measure, first: DisplayWidth.pad("  \(typed)", to: 6), rest: "      ")
      show((before.keys.isEmpty ? [""] : []) + lines)
      if session.game.isOver, session.remark == nil {
        show(page(session).text + [""] + page(session).message)
      }
    }
    return action
  }

  private func unknown(_ key: Character, at place: Int, of keys: String, _ session: PlaySession) -> Complaint
  {
    let question = session.game.isOver ? "The game was over by then." : session.game.question
    return .usage(
      "key \(place + 1) of '\(PlainText.visible(keys))' is '\(PlainText.visible(String(key)))', which means nothing there",
      advice: [question])
  }

  private func show(_ lines: [String]) {
    write(lines.map { (style.ascii ? PlainText.ascii($0) : $0) + "\n" }.joined())
  }
}
