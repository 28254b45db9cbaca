import Console
import Foundation
import Platform
import Workbook

/// `lessons play`: the games, on a screen, as keys on the command line, or from lines.
enum Playing {
  static func run(
    _ command: PlayCommand, _ choice: GameChoice, _ arguments: Arguments
  ) throws(Complaint) -> ExitStatus {
    let terminal = try Terminal(arguments)
    if arguments.has("help") || choice.isList {
      StandardOutput.write(GameList.text(terminal.style))
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
}
