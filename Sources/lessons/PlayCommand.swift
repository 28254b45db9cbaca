import Console
import Platform
import Workbook

extension Command {
  /// Starts a game.
  static let play: Command = Command(
    name: "play", summary: "games: be the event loop, rob the bank", operands: "[<game> [<round>]]",
    options: PlayProgram.options,
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
    action: .verbatim { words throws(Complaint) in
      let arguments = try Arguments(words, options: PlayProgram.options)
      if arguments.has("help") { return Command.play.showHelp() }
      // What is misspelt is told before anything is built, and a list needs no game.
      if try GameChoice(arguments).isList {
        StandardOutput.write(GameList.text(try Terminal(arguments).style))
        return .done
      }
      let checkout = try Surroundings.checkout()
      let program = PlayProgram.program(in: checkout, builtIn: Surroundings.buildFolder(of: checkout))
      try program.prepare()
      try program.become(words)
    })
}
