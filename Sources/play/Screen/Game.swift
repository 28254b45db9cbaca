import Console

/// A game: what a key makes of it, and how it stands. It knows no terminal.
protocol Game: Sendable {
  /// What stands on top, for example `Be the event loop · three requests at once`.
  var title: String { get }
  /// How many choices have been made.
  var moves: Int { get }
  /// Whether a key has begun a choice that the next one completes.
  var isHalfway: Bool { get }
  /// Whether there is nothing left to choose.
  var isOver: Bool { get }
  /// What came of the last key, or what is said before the first.
  var message: String { get }
  /// The ink of that: good for a choice as the workbook would make it, bad for one that costs something.
  var tone: Ink? { get }
  /// What there was to see; empty before the end.
  var ending: String { get }
  /// What the keys do.
  var rules: String { get }

  /// Takes a key of the game's own.
  ///
  /// - Returns: `false` for one that means nothing in it.
  mutating func press(_ key: Character) -> Bool

  /// How the game stands; at its end, how it ended.
  func picture(_ style: TextStyle) -> [String]
  /// What there is to choose from; none at the end.
  func board(_ style: TextStyle) -> [String]
  /// The question, and the keys that answer it; none at the end.
  var question: String { get }
}
