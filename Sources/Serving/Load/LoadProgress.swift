/// How far a load has come.
package struct LoadProgress: Sendable, Hashable {
  /// The share of the whole time that is over, from 0 to 1.
  package var share: Double
  /// Requests that were answered with success so far, warm-up included.
  package var answered: Int
  /// Requests that were not, so far.
  package var unanswered: Int
}
