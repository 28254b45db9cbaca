import Console
import Workbook

/// What the reader plays, from the first key to the last: rounds one after another, and choices that can be taken back.
struct PlaySession: Sendable {
  enum Action: Sendable, Hashable {
    /// The game has changed, or has something to say.
    case draw
    /// The key means nothing here.
    case unknown
    case quit
  }

  /// A round that was played, with the words that play it again.
  struct Played: Sendable, Hashable {
    var words: String
    var keys: String
  }

  private var choice: GameChoice
  /// The round as it stands.
  private(set) var game: any Game
  private var former: [any Game] = []
  private(set) var keys = ""
  private var played: [Played] = []
  /// How many rounds have begun, the first aside.
  private var begun = 0
  /// What is said about a key in the game's place.
  private(set) var remark: String?

  init(_ choice: GameChoice) {
    self.choice = choice
    game = Self.game(choice)
  }

  private static func game(_ choice: GameChoice) -> any Game {
    if let sample = choice.sample { return LoopGame(LoopRound(sample)) }
    if let round = LoopRound.named(choice.round.name) { return LoopGame(round) }
    return BankGame(BankRound.named(choice.round.name)!)
  }

  /// The rounds that were played, each with its keys.
  var record: [Played] { played + (keys.isEmpty ? [] : [Played(words: choice.words, keys: keys)]) }

  /// What is to be read below the picture.
  var message: String { remark ?? (game.isOver ? game.ending : game.message) }

  /// The keys that work in every game.
  var commonKeys: [(key: String, does: String)] {
    let back = game.moves > 0 || game.isHalfway ? [("u", "take back")] : []
    return game.isOver
      ? (next == nil ? [] : [("n", "next round")]) + [("a", "again")] + back + [("q", "quit")]
      : back + [("?", "rules"), ("q", "quit")]
  }

  mutating func press(_ key: Character) -> Action {
    remark = nil
    switch key {
    case "q", "Q", "\u{04}": return .quit
    case "?", "h":
      remark = game.rules + "\nu takes back, a begins the round again, n goes on to the next, q quits."
    case "a", "A": begin(choice)
    case "n", "N":
      if let next {
        begin(next)
      } else {
        remark = "This was the last round. a plays it again, q ends the game."
      }
    case "u", "U": takeBack()
    default: return play(key)
    }
    return .draw
  }

  private mutating func takeBack() {
    guard let last = former.popLast() else {
      remark = "There is nothing to take back."
      return
    }
    game = last
    remark = "Taken back. Choose again."
    keys.append("u")
  }

  /// Takes a key of the game's own.
  private mutating func play(_ key: Character) -> Action {
    let before = game
    if game.isOver || !game.press(key) {
      remark = "'\(PlainText.visible(String(key)))' means nothing here. ? shows the rules."
      return .unknown
    }
    keys.append(key)
    // A choice of two keys is taken back as one, and a refused one leaves nothing to take back.
    if !before.isHalfway, game.isHalfway || game.moves > before.moves { former.append(before) }
    if before.isHalfway, !game.isHalfway, game.moves == before.moves { former.removeLast() }
    return .draw
  }

  /// Whether a round has begun since.
  func isNewRound(since before: PlaySession) -> Bool { begun != before.begun }

  private mutating func begin(_ choice: GameChoice) {
    played = record
    begun += 1
    self.choice = choice
    (game, former, keys) = (Self.game(choice), [], "")
  }

  /// The round behind this one.
  private var next: GameChoice? {
    var next = choice
    if choice.sample != nil {
      next.sample?.seed += 1
      return next
    }
    let all = GameEntry.all.flatMap { game in game.rounds.map { (game, $0) } }
    guard let place = all.firstIndex(where: { $0.1 == choice.round }), place + 1 < all.count else {
      return nil
    }
    (next.game, next.round) = all[place + 1]
    return next
  }
}
