/// A game that `lessons play` offers, and its rounds.
package struct GameEntry: Sendable, Hashable {
  /// A round of a game: a scenario of its own.
  package struct Round: Sendable, Hashable {
    /// The name, as it is typed.
    package var name: String
    /// What is special about it, in a few words.
    package var title: String
  }

  /// The name, as it is typed.
  package var name: String
  /// What the reader does in it.
  package var title: String
  /// The rounds, in the order in which they are played.
  package var rounds: [Round]

  /// The games, in the order in which they are played.
  package static let all = [
    GameEntry(
      name: "loop", title: "Be the event loop",
      rounds: [
        Round(name: "three", title: "three requests at once"),
        Round(name: "blocking", title: "one of the handlers blocks"),
        Round(name: "deadline", title: "one of the clients is in a hurry"),
      ]),
    GameEntry(
      name: "bank", title: "Rob the bank",
      rounds: [
        Round(name: "race", title: "two transfers, no lock"),
        Round(name: "lock", title: "two transfers, one lock"),
        Round(name: "deadlock", title: "two transfers, two locks"),
      ]),
  ]
}
