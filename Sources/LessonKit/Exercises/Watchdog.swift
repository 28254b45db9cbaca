import Foundation
import Platform

/// Sees from outside that a candidate holds the event loop's thread for ever, which nothing on that thread could find out.
enum Watchdog {
  /// How long the thread may go without a core. A trial that waits looks every millisecond.
  private static let patience = Duration.milliseconds(1800)

  /// Watches the calling thread from now on.
  ///
  /// - Parameter isStuck: called on another thread when the watched one waits without an end; it should end the process.
  static func watch(isStuck: @escaping @Sendable () -> Void) {
    guard let activity = ThreadActivity() else { return }
    try? SystemThread.detached {
      var last = activity.turns
      var since = ContinuousClock.now
      while let turns = activity.turns {
        if turns != last { (last, since) = (turns, .now) }
        if ContinuousClock.now - since > patience { return isStuck() }
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
  }
}
