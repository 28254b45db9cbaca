import Foundation

/// Takes note of SIGINT, SIGTERM and SIGHUP while it is there, instead of letting them end the program.
struct InterruptionWatch {
  /// Written by a signal handler, which can do no more than that.
  private nonisolated(unsafe) static var received: Int32 = 0
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Whether one of the signals has come.
  static var isInterrupted: Bool { received != 0 }

  /// What happened on the signals before.
  private let before: [sigaction]

  init() {
    Self.received = 0
    before = Self.signals.map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      signal(number) { Self.received = $0 }
      return action
    }
  }

  /// Lets the signals do again what they did before.
  func stop() {
    for (number, action) in zip(Self.signals, before) {
      var action = action
      sigaction(number, &action, nil)
    }
  }
}
