package import Console

/// The list of the games.
package enum GameList {
  package static func text(_ style: TextStyle) -> String {
    let column = DisplayWidth.most(GameEntry.all.flatMap(\.rounds).map(\.name)) + 6
    let games = GameEntry.all.flatMap { game in
      [Ink.bold.paint("\(game.name): \(game.title)", style)]
        + game.rounds.map { DisplayWidth.pad("  \($0.name)", to: column) + $0.title } + [""]
    }
    let ways = [
      "To begin:   lessons play loop, or a round by its name: lessons play deadlock",
      "At random:  lessons play loop --seed 7 --requests 4",
      "From keys:  lessons play loop --keys 123ww3",
    ]
    return (games + ways).map { "\($0)\n" }.joined()
  }
}
