import CPlatform
import Foundation

/// What happens when the reader presses Ctrl-C, or the terminal goes away: SIGINT, SIGTERM, SIGHUP, SIGQUIT.
package enum Interruption {
  /// From now on an interruption ends the program by that same signal, so that a loop of the shell ends as well. Before that
  /// the terminal is given back, and all programs that this one has started are ended. Ctrl-Z stops these as well, and gives the
  /// terminal back while it lasts.
  package static func endProgram() { cplatform_end_by_signals() }

  /// Runs code during which an interruption is only noted, and then does what it did before.
  ///
  /// - Parameter body: asks now and then whether it should end.
  package static func noted<Value, Failure: Error>(
    while body: (_ isInterrupted: () -> Bool) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    cplatform_begin_noting()
    defer { cplatform_end_noting() }
    return try body { isNoted }
  }

  /// Whether one was noted in the last stretch.
  package static var isNoted: Bool { cplatform_noted() != 0 }

  /// Notes an interruption that comes by another way, a key for example.
  package static func note() { cplatform_note(SIGINT) }

  /// Forgets what was noted.
  package static func forget() { cplatform_note(0) }

  /// Ends the program by the signal that was noted; returns if there was none.
  package static func pass() {
    if isNoted { cplatform_die_of(cplatform_noted()) }
  }

  /// For how long the program was suspended (Ctrl-Z) so far; what it had started was stopped for as long.
  package static var suspended: Duration { .nanoseconds(cplatform_suspended()) }

  /// Ends the program after a time, whatever it does then.
  ///
  /// - Parameter seconds: how long it may go on, at least 1.
  package static func endProgram(after seconds: Int) { alarm(UInt32(clamping: seconds)) }
}
