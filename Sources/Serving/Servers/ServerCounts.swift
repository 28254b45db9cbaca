/// What a server has done since it began.
package struct ServerCounts: Sendable, Hashable {
  /// Connections that were accepted.
  package var connections = 0
  /// Connections that were turned away with 503, because there were too many or no thread for them.
  package var turnedAway = 0
  /// Requests that the handler answered.
  package var answered = 0
  /// Requests on which the handler failed, which were answered with 500.
  package var failed = 0
  /// Requests that were refused as malformed, too large or too slow.
  package var refused = 0
  /// The time for which the threads that serve have used a core, as of their last answers.
  package var coreTime = Duration.zero
}
