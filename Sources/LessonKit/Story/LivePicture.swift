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
    guard isLive else { return try body() }
    let stop = DispatchSemaphore(value: 0)
    let artist = JoinableThread { [style = screen.style, figure] in
      // The thread has the screen to itself: whoever started it waits for its end before writing on.
      var drawn = 0
      repeat {
        let lines = figure().text(style)
        StandardOutput.write(Self.redraw(lines, over: drawn))
        drawn = lines.count
      } while stop.wait(timeout: .now() + Self.frame) == .timedOut
      return drawn
    }
    screen.showCursor(false)
    defer {
      stop.signal()
      screen.erase((try? artist.join()) ?? 0)
      screen.showCursor(true)
    }
    return try body()
  }

  private static func redraw(_ lines: [String], over count: Int) -> String {
    (count > 0 ? "\u{1B}[\(count)A" : "") + lines.map { "\r\($0)\u{1B}[K\n" }.joined()
  }
}
