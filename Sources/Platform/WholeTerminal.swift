import CPlatform
import Foundation

/// The terminal while a program has it whole: keys come one by one and unseen, and the screen is one of its own.
///
/// Whatever ends or stops the program gives the terminal back as it was first: its end, an error, a signal, Ctrl-Z.
package struct WholeTerminal {
  /// Takes the terminal.
  package init() { takeBack() }

  /// Takes the terminal again, after it was given back.
  package func takeBack() {
    Interruption.endProgram()
    // ESC[?1049h: a screen of its own; ESC[?25l: no cursor; ESC[?7l: what is too wide is cut, and moves nothing.
    cplatform_take_terminal(
      "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l", "\u{1B}[?7h\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l", true)
    cplatform_watch_terminal(true)
  }

  /// Gives the terminal back.
  package func close() {
    cplatform_watch_terminal(false)
    cplatform_give_terminal_back()
  }

  /// Whether the screen has changed its size, or was another program's, since this was last asked.
  package func takeNeedsDrawing() -> Bool { cplatform_take_needs_drawing() }

  /// Draws over what is on the screen, without a moment at which it is empty.
  package func draw(_ lines: [String]) {
    // What was there goes first: behind a line that fills the row, it would take its last character along.
    // Each line has its row: no line feed, which would scroll where there are fewer rows by now.
    let rows = lines.enumerated().map { row, line in
      "\u{1B}[\(row + 1);1H\u{1B}[\(row == lines.count - 1 ? "J" : "K")\(line)"
    }
    StandardOutput.write(rows.joined())
  }

  /// The keys that were pressed, in their order; none if none is pressed in time or the wait was interrupted. A terminal that is
  /// gone counts as Ctrl-D.
  package func keys(within time: Duration) -> [Character] {
    var waiting = pollfd(fd: STDIN_FILENO, events: Readiness.reading.events, revents: 0)
    guard poll(&waiting, 1, time.inMillisecondsRoundedUp) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? [] : ["\u{04}"] }
    guard count > 0 else { return ["\u{04}"] }
    return Self.keys(in: String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// The keys that a terminal sends as a text. What begins with escape is an arrow or the like, and counts as one key.
  static func keys(in text: String) -> [Character] {
    var (keys, rest) = ([Character](), Array(text.unicodeScalars)[...])
    while let first = rest.popFirst() {
      keys.append(Character(first))
      guard first == "\u{1B}", let next = rest.first, next == "[" || next == "O" else { continue }
      rest = rest.dropFirst()
      while let scalar = rest.popFirst(), !("@"..."~").contains(scalar) {}
    }
    return keys
  }
}
