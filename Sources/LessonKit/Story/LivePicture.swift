import Dispatch
import EventLoop
import Figures
import Synchronization

/// A picture that is drawn over and over while something runs, and taken away at the end.
struct LivePicture {
  private let page: Page
  private let isLive: Bool
  private let figure: @Sendable () -> any Figure

  private static let frame = DispatchTimeInterval.milliseconds(40)

  init(on page: Page, isExact: Bool, figure: @escaping @Sendable () -> any Figure) {
    self.page = page
    isLive = page.canRedraw && !isExact
    self.figure = figure
  }

  /// Draws while the body runs. On a page that cannot be drawn over, only runs it.
  func show<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isLive else { return try body() }
    let stop = DispatchSemaphore(value: 0)
    let artist = JoinableThread { [style = page.style, figure] in
      // The thread has the page to itself: whoever started it waits for its end before writing on.
      var drawn = 0
      repeat {
        let lines = figure().text(style)
        StandardOutput.write(Self.redraw(lines, over: drawn))
        drawn = lines.count
      } while stop.wait(timeout: .now() + Self.frame) == .timedOut
      return drawn
    }
    page.showCursor(false)
    defer {
      stop.signal()
      page.erase((try? artist.join()) ?? 0)
      page.showCursor(true)
    }
    return try body()
  }

  private static func redraw(_ lines: [String], over count: Int) -> String {
    (count > 0 ? "\u{1B}[\(count)A" : "") + lines.map { "\r\($0)\u{1B}[K\n" }.joined()
  }
}
