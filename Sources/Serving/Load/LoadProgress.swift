/// How far a load has come, for somebody who watches.
public struct LoadProgress: Sendable, Hashable {
  /// The share of the whole time that is over, from 0 to 1.
  public var share: Double
  /// Requests that were answered with success so far, warm-up included.
  public var answered: Int
  /// Requests that were not, so far.
  public var unanswered: Int
}
