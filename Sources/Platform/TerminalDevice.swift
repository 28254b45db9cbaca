import CPlatform
import Foundation

/// What the system says of the program's three standard streams.
package enum TerminalDevice {
  /// Whether somebody can type at standard input.
  package static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether standard output is seen at once.
  package static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is seen at once.
  package static var isErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many rows and columns standard output has; `nil` where it is no terminal or does not tell.
  package static var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Says that from now on the terminal may have colours and no cursor, which have to be put right if a signal ends the
  /// program.
  package static func mayBeDrawnOn() { cplatform_take_terminal("", "\u{1B}[0m\u{1B}[?25h\n", false) }
}
