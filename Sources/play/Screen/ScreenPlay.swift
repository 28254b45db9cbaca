import Console
import Platform

/// A game on a screen of its own, a key at a time.
enum ScreenPlay {
  /// Plays until the reader quits.
  ///
  /// - Parameter style: asked before every drawing, as a terminal changes its width.
  static func run(_ session: inout PlaySession, style: () -> TextStyle) {
    let terminal = WholeTerminal()
    defer { terminal.close() }
    func draw() {
      terminal.draw(PlayPage(session: session, style: style()).lines(rows: TerminalDevice.size?.rows ?? 24))
    }
    draw()
    while true {
      for key in terminal.keys(within: .milliseconds(200)) where !key.isWhitespace {
        if session.press(key) == .quit { return }
        draw()
      }
      if terminal.takeNeedsDrawing() { draw() }
    }
  }
}
