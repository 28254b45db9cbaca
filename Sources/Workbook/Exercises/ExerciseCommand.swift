package import Console

/// A command about exercises: the launcher knows how it is called, and the program `workshop` does what it says.
package enum ExerciseCommand: String, Sendable, CaseIterable {
  case check, watch, hint, solution, reset

  /// What the command may be told.
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
}
