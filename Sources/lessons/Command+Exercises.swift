import Console
import Workbook

extension Command {
  /// A command about exercises: the launcher looks up what is meant, and the program `workshop` does it in the launcher's place.
  init(_ command: ExerciseCommand, summary: String, operands: String, notes: [String] = []) {
    self.init(
      name: command.rawValue, summary: summary, operands: operands, options: command.options, notes: notes,
      action: .verbatim { words throws(Complaint) in
        let arguments = try Arguments(words, options: command.options)
        if arguments.has("help") { return try Launcher.command(command.rawValue).showHelp() }
        let catalogue = try Surroundings.catalogue()
        // What is misspelt is told before anything is built.
        _ = try ExerciseRequest(command, arguments, in: catalogue)
        let program = WorkshopProgram.program(
          in: catalogue.checkout, builtIn: Surroundings.buildFolder(of: catalogue.checkout))
        try program.prepare()
        try program.become([command.rawValue] + words, calledAs: Surroundings.invocation)
      })
  }
}
