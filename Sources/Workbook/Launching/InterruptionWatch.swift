import Foundation

/// Takes note of SIGINT, SIGTERM and SIGHUP while it is there, instead of letting them end the program.
struct InterruptionWatch {
  /// Written by a signal handler, which can do no more than that.
  private nonisolated(unsafe) static var received: Int32 = 0
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Whether one of the signals has come.
  static var isInterrupted: Bool { received != 0 }

  init() {
    Self.received = 0
    for number in Self.signals {
      signal(number) { Self.received = $0 }
    }
  }

  /// Lets the signals end the program again.
  func stop() {
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}
