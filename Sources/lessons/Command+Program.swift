import Console
import Workbook

extension Command {
  /// A command that a program does in the launcher's place.
  ///
  /// - Parameter isTold: tells at once what needs no program, and whether that was all.
  init<Named: ProgramCommand>(
    _ command: Named, summary: String, operands: String = "", notes: [String] = [],
    unless isTold: @escaping @Sendable (Named.Request, Arguments) throws(Complaint) -> Bool = { _, _ in false
    }
  ) {
    self.init(
      name: command.rawValue, summary: summary, operands: operands, options: command.options, notes: notes,
      action: .reading { arguments throws(Complaint) in
        // What is misspelt is told before anything is built.
        if try isTold(try command.request(arguments), arguments) { return .done }
        try command.become(arguments)
      })
  }
}
