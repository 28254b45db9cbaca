/// Code on the loop that goes on and on, and does not end.
package struct TooManyTurns: Error, Sendable, Hashable {
  /// How often the loop had asked what is next.
  package var limit: Int
}
