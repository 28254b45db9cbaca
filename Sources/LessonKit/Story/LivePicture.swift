import Console
import Dispatch
import EventLoop
import Figures
import Platform
import Synchronization

/// A picture that is drawn over and over while something runs, and taken away at the end.
struct LivePicture {
  private let screen: Screen
  private let isLive: Bool
  private let figure: @Sendable () -> Figure

  private static let frame = DispatchTimeInterval.milliseconds(40)

  init(on screen: Screen, isExact: Bool, figure: @escaping @Sendable () -> Figure) {
    self.screen = screen
    isLive = screen.canRedraw && !isExact
    self.figure = figure
  }

  /// Draws while the body runs. On a screen that cannot be drawn over, only runs it.
  func show<Result>(_ body: () throws -> Result) rethrows -> Result {
    // What is higher than the terminal cannot be drawn over: part of it is out of reach.
    guard isLive, figure().text(screen.style).count < TerminalDevice.size?.rows ?? .max else {
      return try body()
    }
    let stop = DispatchSemaphore(value: 0)
    let artist = JoinableThread { [style = screen.currentStyle, recent = screen.recent, figure] in
      // The thread has the screen to itself: the thread that started it waits for its end before writing on.
      var drawn = 0
      var size = TerminalDevice.size
      repeat {
        let (before, wasSuspended) = (size, TerminalDevice.takeNeedsDrawing())
        size = TerminalDevice.size
        // A picture that is higher than the screen could not be drawn over.
        let lines = Array(figure().text(style()).prefix(max(1, (size?.rows ?? .max) - 1)))
        if wasSuspended || before?.rows != size?.rows || before?.columns != size?.columns {
          StandardOutput.write(Self.afresh(lines, below: recent, size))
        } else {
          StandardOutput.write(Self.redraw(lines, over: drawn))
        }
        drawn = lines.count
      } while stop.wait(timeout: .now() + Self.frame) == .timedOut
      return drawn
    }
    screen.drawsOver(true)
    defer {
      stop.signal()
      screen.erase((try? artist.join()) ?? 0)
      screen.drawsOver(false)
    }
    return try body()
  }

  /// A picture on an empty screen, with as much above it as was there and finds room. Where lines stand that the terminal has
  /// broken anew for another width, only it knows.
  static func afresh(_ lines: [String], below text: [String], _ size: (rows: Int, columns: Int)?) -> String {
    var room = (size?.rows ?? 24) - lines.count - 1
    var above: [String] = []
    for line in text.reversed() {
      let rows = max(1, (DisplayWidth.of(line) + (size?.columns ?? 80) - 1) / (size?.columns ?? 80))
      guard rows <= room else { break }
      room -= rows
      above.append(line)
    }
    return "\u{1B}[?7h\u{1B}[H\u{1B}[2J" + above.reversed().map { $0 + "\n" }.joined() + Screen.beginning
      + redraw(lines, over: 0)
  }

  private static func redraw(_ lines: [String], over count: Int) -> String {
    (count > 0 ? "\u{1B}[\(count)A" : "") + lines.map { "\r\u{1B}[K\($0)\n" }.joined()
  }
}
