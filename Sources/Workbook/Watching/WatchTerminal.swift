import Foundation
import Platform
import Report

/// The terminal while `lessons watch` has it: keys come one by one and unseen, and the screen is one of its own.
///
/// Whatever ends or stops the program gives the terminal back as it was first: its end, an error, a signal, Ctrl-Z.
struct WatchTerminal {
  /// What the terminal was like before. Signal handlers see nothing but globals.
  private nonisolated(unsafe) static var before = termios()
  private nonisolated(unsafe) static var needsDrawing = false
  private nonisolated(unsafe) static var isTaken = false

  /// Whether the screen has changed its size or was somebody else's, since this was last asked.
  static func takeNeedsDrawing() -> Bool {
    defer { needsDrawing = false }
    return needsDrawing
  }

  /// Takes the terminal.
  init() {
    tcgetattr(STDIN_FILENO, &Self.before)
    Self.take()
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number) { _ in
        WatchTerminal.giveBack()
        _exit(130)
      }
    }
    signal(SIGWINCH) { _ in WatchTerminal.needsDrawing = true }
    signal(SIGTSTP) { _ in
      WatchTerminal.giveBack()
      kill(getpid(), SIGSTOP)
      // From here on it goes on, in the foreground again.
      WatchTerminal.take()
      WatchTerminal.needsDrawing = true
    }
  }

  /// Gives the terminal back.
  func close() {
    Self.giveBack()
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP] { signal(number, SIG_DFL) }
  }

  /// The rows of the screen.
  var rows: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  /// Draws over what is on the screen, without a moment at which it is empty.
  func draw(_ lines: [String]) {
    StandardOutput.write(
      "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\n") + "\u{1B}[J")
  }

  /// The next key, or `nil` if none is pressed in time or the wait was interrupted; a terminal that is gone counts as
  /// Ctrl-D.
  func key(within milliseconds: Int32) -> Character? {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? nil : "\u{04}" }
    guard count > 0 else { return "\u{04}" }
    // What begins with escape is an arrow or the like, which is no key of ours; of several keys the last counts.
    return bytes[0] == 0x1B ? "\u{1B}" : Character(Unicode.Scalar(bytes[count - 1]))
  }

  // What follows runs in signal handlers, and calls only what POSIX lists as safe there.

  private static func take() {
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    isTaken = true
    // ESC[?1049h: a screen of its own; ESC[?25l: no cursor.
    write(27, 91, 63, 49, 48, 52, 57, 104, 27, 91, 63, 50, 53, 108)
  }

  private static func giveBack() {
    guard isTaken else { return }
    isTaken = false
    // ESC[0m ESC[?25h ESC[?1049l
    write(27, 91, 48, 109, 27, 91, 63, 50, 53, 104, 27, 91, 63, 49, 48, 52, 57, 108)
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  private static func write(_ bytes: UInt8...) {
    #if canImport(Darwin)
      _ = Darwin.write(STDOUT_FILENO, bytes, bytes.count)
    #else
      _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
    #endif
  }
}
