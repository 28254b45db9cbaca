package import Console

/// A command about exercises.
package enum ExerciseCommand: String, ProgramCommand {
  case check, watch, hint, solution, reset

  package static var program: CommandProgram { .workshop }

  package var options: [Arguments.Option] {
    switch self {
    case .check:
      [
        Arguments.Option("strict", help: "Fail while anything is to do, too: for a class, or for CI."),
        Arguments.Option("open", help: "Open what is wrong or to do in your editor (VISUAL or EDITOR)."),
        Arguments.Option(
          "json", help: "Print the results and the misconceptions met as JSON, and nothing else."),
      ] + Terminal.options
    case .watch, .hint: Terminal.options
    case .solution:
      [Arguments.Option("anyway", help: "Show it although the exercise is not solved.")] + Terminal.options
    case .reset: [Arguments.Option("all", help: "Put the files of all exercises back.")]
    }
  }

  package func request(_ arguments: Arguments) throws(Complaint) -> ExerciseRequest {
    try ExerciseRequest(self, arguments, in: Surroundings.catalogue())
  }
}
