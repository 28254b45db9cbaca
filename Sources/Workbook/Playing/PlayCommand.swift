package import Console

/// `lessons play`: the games.
package enum PlayCommand: String, ProgramCommand {
  case play

  package static var program: CommandProgram { .play }

  package var options: [Arguments.Option] { GameChoice.options + Terminal.options }

  package func request(_ arguments: Arguments) throws(Complaint) -> GameChoice { try GameChoice(arguments) }
}
