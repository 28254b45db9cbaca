import Console
import Platform
import Workbook

extension Command {
  /// Starts a game.
  static let play = Command(
    PlayCommand.play, summary: "games: be the event loop, rob the bank", operands: "[<game> [<round>]]",
    notes: GameEntry.all.map { game in
      "\(game.name): \(game.title). Rounds: \(game.rounds.map { "\($0.name) (\($0.title))" }.joined(separator: ", "))."
    } + [
      "'lessons play list' names the games. Without a name the first begins; n goes on to the next round.",
      "Keys of the loop: 1 to 5 run that request; w and a number wait until that request is ready, ww until the"
        + " first one is. Keys of the bank: 1 and 2 let that transfer take its next step.",
      "In both: u takes the last choice back, ? shows the rules, a plays again, n goes on, q quits."
        + " At the end the keys are shown, so that the same game can be played again with --keys.",
      "Without a terminal the keys are read from standard input, a line at a time.",
    ],
    unless: { choice, arguments throws(Complaint) in
      if choice.isList { StandardOutput.write(GameList.text(try Terminal(arguments).style)) }
      return choice.isList
    })
}
