package import Console

/// What `lessons play` is told: which game and round, and what is played in it.
package struct GameChoice: Sendable, Hashable {
  /// How many requests a scenario that is drawn at random may have.
  package static let requestRange = 2...5
  /// How many it has where nothing is said.
  package static let usualRequests = 3

  /// A scenario of the loop that is drawn at random.
  package struct Sample: Sendable, Hashable {
    /// The same seed draws the same scenario, on every machine.
    package var seed: Int
    package var requests: Int

    package init(seed: Int, requests: Int) { (self.seed, self.requests) = (seed, requests) }
  }

  /// The options, besides those of every command that draws.
  package static let options = [
    Arguments.Option("keys", value: "KEYS", help: "Play these keys, say what each did, and end."),
    Arguments.Option(
      "seed", value: "N", help: "The loop: draw the requests at random; the same N draws the same ones."),
    Arguments.Option("requests", value: "N", help: "The loop: with N requests, 2 to 5, drawn at random."),
  ]

  /// The game.
  package var game: GameEntry
  /// The round of it with which to begin.
  package var round: GameEntry.Round
  /// What is drawn at random; `nil` for the round as it is.
  package var sample: Sample?
  /// The keys to be played; `nil` where the reader plays.
  package var keys: String?
  /// Whether the games are to be listed instead.
  package var isList = false

  /// Reads the command's words, `--help` aside.
  ///
  /// - Throws: a ``Console/Complaint`` with the nearest name for one that is not there.
  package init(_ arguments: Arguments) throws(Complaint) {
    (game, round) = (GameEntry.all[0], GameEntry.all[0].rounds[0])
    keys = arguments.value("keys").map { $0.filter { !$0.isWhitespace } }
    let names = arguments.operands
    guard names.count <= 2 else {
      throw .usage(
        "'\(names[2])' is one too many: 'lessons play' takes a game and a round",
        advice: ["'lessons play list' names them."])
    }
    if let first = names.first {
      let found = try Self.beginning(first)
      if case .list = found {
        isList = true
        guard names.count == 1 else { throw .usage("'lessons play list' takes no '\(names[1])'") }
      } else if case .game(let game) = found {
        (self.game, round) = (game, try names.count == 1 ? game.rounds[0] : Self.round(names[1], of: game))
      } else if case .round(let round, let game) = found {
        (self.game, self.round) = (game, round)
        guard names.count == 1 else {
          throw .usage("'\(round.name)' is a round already, and '\(names[1])' is one too many")
        }
      }
    }
    let seed = try arguments.integer("seed", in: 0...999_999_999)
    let requests = try arguments.integer("requests", in: Self.requestRange)
    guard seed != nil || requests != nil else { return }
    guard game.name == "loop", names.count <= 1 else {
      throw .usage(
        "--seed and --requests draw a round of the loop",
        advice: ["lessons play loop --seed \(seed ?? 1) --requests \(requests ?? Self.usualRequests)"])
    }
    sample = Sample(seed: seed ?? 1, requests: requests ?? Self.usualRequests)
  }

  /// The words behind `lessons play` that begin the same round.
  package var words: String {
    guard let sample else { return "\(game.name) \(round.name)" }
    return "\(game.name) --seed \(sample.seed) --requests \(sample.requests)"
  }

  private enum Named {
    case list
    case game(GameEntry)
    case round(GameEntry.Round, GameEntry)
  }

  private static func beginning(_ typed: String) throws(Complaint) -> Named {
    if let number = Int(typed), GameEntry.all.indices.contains(number - 1) {
      return .game(GameEntry.all[number - 1])
    }
    let games = GameEntry.all.map { ($0.name, Named.game($0)) }
    let rounds = GameEntry.all.flatMap { game in game.rounds.map { ($0.name, Named.round($0, game)) } }
    let name = typed.lowercased()
    // A game goes before a round, but for one whose whole name this is.
    let begun = games.filter { $0.0.hasPrefix(name) }
    if !name.isEmpty, begun.count == 1, !rounds.contains(where: { $0.0 == name }) { return begun[0].1 }
    return try pick(typed, games + rounds + [("list", .list)], else: "there is no game '\(typed)'")
  }

  private static func round(_ typed: String, of game: GameEntry) throws(Complaint) -> GameEntry.Round {
    if let number = Int(typed), game.rounds.indices.contains(number - 1) { return game.rounds[number - 1] }
    return try pick(typed, game.rounds.map { ($0.name, $0) }, else: "'\(game.name)' has no round '\(typed)'")
  }

  /// What has the name, or else the one thing whose name begins so.
  private static func pick<Value>(
    _ typed: String, _ choices: [(name: String, value: Value)], else message: String
  ) throws(Complaint) -> Value {
    let name = typed.lowercased()
    if let exact = choices.first(where: { $0.name == name }) { return exact.value }
    let matches = name.isEmpty ? [] : choices.filter { $0.name.hasPrefix(name) }
    if matches.count == 1 { return matches[0].value }
    guard matches.isEmpty else {
      throw .usage("'\(typed)' could be any of \(matches.map(\.name).joined(separator: ", "))")
    }
    let nearest = NearestName.of(typed, among: choices.map(\.name))
    throw .usage(
      message,
      advice: [
        nearest.map { "Did you mean \($0)?" } ?? "'lessons play list' names the games and their rounds."
      ])
  }
}
