import Foundation
import Platform

/// One line on standard error that says what takes so long; shown after a second, and on a terminal only.
package final class ProgressLine {
  private let isVisible: Bool
  private var isShown = false
  private var hasRemarked = false

  /// Finds out whether anybody would see it.
  package init() {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    isVisible = TerminalDevice.isErrors && !terminal.isEmpty && terminal != "dumb"
  }

  /// Shows what is being done, with the seconds that it has taken.
  ///
  /// - Parameter remark: shown in its place: what keeps it from getting on. Where there is no terminal it is written once.
  package func show(_ text: String, _ remark: String? = nil, elapsed: Duration) {
    let text = remark ?? text
    guard isVisible else {
      if remark != nil, !hasRemarked { StandardOutput.writeError("lessons: \(text)\n") }
      hasRemarked = hasRemarked || remark != nil
      return
    }
    guard elapsed >= .seconds(1) else { return }
    isShown = true
    StandardOutput.writeError("\r\u{1B}[K\(text) (\(elapsed.components.seconds) s)")
  }

  /// Takes the line away again.
  package func clear() {
    if isShown { StandardOutput.writeError("\r\u{1B}[K") }
    isShown = false
  }
}
