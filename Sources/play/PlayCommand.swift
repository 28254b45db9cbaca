import Figures
import Foundation
import Platform
import Report
import Workbook

/// `lessons play`: the games, on a screen, as keys on the command line, or from lines.
enum PlayCommand {
  static func run(_ words: [String]) throws(Complaint) -> ExitStatus {
    let arguments = try Arguments(words, options: PlayProgram.options)
    let choice = try GameChoice(arguments)
    let terminal = try Terminal(arguments)
    if arguments.has("help") || choice.isList {
      StandardOutput.write(list(terminal.style))
      return .done
    }
    var session = PlaySession(choice)
    let text = TextPlay(style: terminal.style, write: StandardOutput.write)
    if let keys = choice.keys {
      try text.replay(keys, in: &session)
    } else if terminal.canAsk, terminal.canRedraw {
      ScreenPlay.run(&session) { (try? Terminal(arguments))?.style ?? terminal.style }
    } else {
      text.play(&session) { readLine() }
    }
    StandardOutput.write(record(session))
    return .done
  }

  /// How what was played can be played again.
  private static func record(_ session: PlaySession) -> String {
    let lines = session.record.map { "  swift run lessons play \($0.words) --keys \($0.keys)\n" }
    return lines.isEmpty ? "" : "\nThe same again:\n" + lines.joined()
  }

  private static func list(_ style: TextStyle) -> String {
    let rounds = GameEntry.all.flatMap(\.rounds)
    let column = DisplayWidth.most(rounds.map(\.name)) + 6
    let games = GameEntry.all.flatMap { game in
      [Ink.bold.paint("\(game.name): \(game.title)", style)]
        + game.rounds.map { DisplayWidth.pad("  \($0.name)", to: column) + $0.title } + [""]
    }
    let footer = [
      "To begin:      lessons play loop, or any round by its name: lessons play deadlock",
      "At random:     lessons play loop --seed 7 --requests 4",
      "Without hands: lessons play loop --keys 123ww3",
    ]
    return (games + footer).map { $0 + "\n" }.joined()
  }
}
