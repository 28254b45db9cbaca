package import Console

/// A command that a program does in the launcher's place.
///
/// Both read the words behind it alike: the launcher before anything is built, so that what is misspelt is told at once, and the
/// program again.
package protocol ProgramCommand: RawRepresentable<String>, CaseIterable, Sendable {
  /// What the words ask for, looked up.
  associatedtype Request
  /// The program that does this type's commands.
  static var program: CommandProgram { get }
  /// What the command may be told.
  var options: [Arguments.Option] { get }
  /// Looks up what is asked for.
  ///
  /// - Throws: a ``Console/Complaint`` with the nearest name, or one that says why this cannot be done here.
  func request(_ arguments: Arguments) throws(Complaint) -> Request
}

extension ProgramCommand {
  /// Builds the program if need be, and becomes it: from here on it has the terminal and all signals.
  ///
  /// - Parameter arguments: what stands behind the command's name.
  /// - Throws: a ``Console/Complaint`` where there is no program to run in the end; otherwise it does not return.
  package func become(_ arguments: Arguments) throws(Complaint) -> Never {
    let checkout = try Surroundings.checkout()
    let program = ProgramOnDemand(
      Self.program, in: checkout, builtIn: Surroundings.buildFolder(of: checkout))
    try program.prepare()
    try program.become((Self.isNamed ? [rawValue] : []) + arguments.words, calledAs: Surroundings.invocation)
  }

  /// Does, as the program, what the launcher was told, and ends the process.
  package static func endProgram(
    _ act: (_ command: Self, _ request: Request, _ arguments: Arguments) throws(Complaint) -> ExitStatus
  ) -> Never {
    ExitStatus.endLauncher { words throws(Complaint) in
      guard let command = isNamed ? words.first.flatMap(Self.init(rawValue:)) : allCases.first else {
        throw .usage(
          "'\(program.product)' does what the launcher is told",
          advice: ["'swift run lessons help' lists the commands."])
      }
      let arguments = try Arguments(isNamed ? Array(words.dropFirst()) : words, options: command.options)
      return try act(command, try command.request(arguments), arguments)
    }
  }

  /// A program that knows one command need not be told which.
  private static var isNamed: Bool { allCases.count > 1 }
}
