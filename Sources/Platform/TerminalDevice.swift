import CPlatform
import Foundation

/// What the system says of the program's three standard streams.
package enum TerminalDevice {
  /// Whether standard input is a terminal, where a reader can type.
  package static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether standard output is a terminal.
  package static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  package static var isErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many rows and columns standard output has; `nil` where it is no terminal or does not tell.
  package static var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Announces that the terminal may show colours, hide its cursor and cut lines from now on. If a signal ends or suspends the
  /// program, all is put right first.
  package static func mayBeDrawnOn() {
    cplatform_take_terminal("", "\u{1B}[?7h\u{1B}[0m\u{1B}[?25h\n", false)
  }

  /// Whether the program was suspended since this was last asked: what was drawn is not there as it was.
  package static func takeNeedsDrawing() -> Bool { cplatform_take_needs_drawing() }
}
