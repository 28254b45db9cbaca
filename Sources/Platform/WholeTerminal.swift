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
    // ESC[?1049h: a screen of its own; ESC[?25l: no cursor.
    cplatform_take_terminal("\u{1B}[?1049h\u{1B}[?25l", "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l", true)
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
    StandardOutput.write("\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\n") + "\u{1B}[J")
  }

  /// The next key, or `nil` if none is pressed in time or the wait was interrupted; a terminal that is gone counts as
  /// Ctrl-D. Of several keys the last counts.
  package func key(within time: Duration) -> Character? { keys(within: time).last }

  /// The keys that were pressed, none if that does not happen in time or the wait was interrupted; a terminal that is gone
  /// counts as Ctrl-D.
  package func keys(within time: Duration) -> [Character] {
    var waiting = pollfd(fd: STDIN_FILENO, events: Readiness.reading.events, revents: 0)
    guard poll(&waiting, 1, time.inMillisecondsRoundedUp) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? [] : ["\u{04}"] }
    guard count > 0 else { return ["\u{04}"] }
    // What begins with escape is an arrow or the like, which is no key of ours.
    return bytes[0] == 0x1B ? ["\u{1B}"] : bytes.prefix(count).map { Character(Unicode.Scalar($0)) }
  }
}
