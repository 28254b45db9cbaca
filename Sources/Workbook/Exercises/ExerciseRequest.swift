package import Console

/// What a reader asks of the exercises, looked up.
package struct ExerciseRequest {
  /// Where the answer goes.
  package let terminal: Terminal
  /// The exercises that are meant; for `watch` none where none was named.
  package let exercises: [CatalogueExercise]
  /// What is missing of those that are to be judged.
  package let gaps: [ExerciseGap]

  /// Looks up what was typed.
  ///
  /// - Throws: a ``Console/Complaint`` with the nearest name, or one that says why this cannot be done here.
  package init(_ command: ExerciseCommand, _ arguments: Arguments, in catalogue: Catalogue) throws(Complaint)
  {
    terminal = try Terminal(arguments)
    gaps = command == .check ? Self.gaps(arguments.operands, catalogue) : []
    let lookup = Lookup(command: command, operands: arguments.operands, catalogue: catalogue)
    switch command {
    case .check:
      if arguments.has("json"), arguments.has("open") {
        throw .usage("--json is for programs, and --open for readers: take one of them")
      }
      exercises = try lookup.all(but: gaps)
    case .watch:
      exercises = arguments.operands.isEmpty ? [] : [try lookup.one()]
      try Self.requireTerminal(terminal, exercise: exercises.first?.name ?? "")
      guard !catalogue.exercises.isEmpty else { throw Self.noExercise }
    case .reset where arguments.has("all"):
      if let operand = arguments.operands.first {
        throw .usage("--all means every exercise: leave '\(operand)' out, or --all")
      }
      exercises = catalogue.exercises
      guard !exercises.isEmpty else { throw Self.noExercise }
    case .hint, .solution, .reset: exercises = [try lookup.one()]
    }
  }

  /// What is missing of the exercises that are meant by what was typed.
  private static func gaps(_ typed: [String], _ catalogue: Catalogue) -> [ExerciseGap] {
    let lessons = LessonMatcher(catalogue.lessons.map(\.entry))
    return catalogue.exerciseGaps.filter { gap in
      typed.isEmpty || typed.contains { gap.isMeant(by: $0) || (try? lessons.match($0)) == gap.lesson }
    }
  }

  /// Says why nothing can be watched here, or returns.
  static func requireTerminal(_ terminal: Terminal, exercise: String) throws(Complaint) {
    guard terminal.canAsk, terminal.canRedraw else {
      throw .unavailable(
        "watching needs a terminal to draw on and keys to be pressed, and this is none",
        advice: [
          "Run '\(["lessons check", exercise].filter { !$0.isEmpty }.joined(separator: " "))' after each save instead."
        ])
    }
  }

  private static var noExercise: Complaint { .unavailable("there is no exercise in this checkout") }
}

/// Finds the exercises that a command is about.
private struct Lookup {
  var command: ExerciseCommand
  var operands: [String]
  var catalogue: Catalogue

  private var matcher: ExerciseMatcher {
    ExerciseMatcher(catalogue.exercises, lessons: catalogue.lessons.map(\.entry))
  }

  /// Those that are meant, as far as they are there.
  func all(but gaps: [ExerciseGap]) throws(Complaint) -> [CatalogueExercise] {
    let named = operands.filter { typed in !gaps.contains { $0.isMeant(by: typed) } }
    return named.isEmpty && !operands.isEmpty ? [] : try matcher.select(named)
  }

  /// The one that is meant.
  ///
  /// - Throws: a ``Console/Complaint`` if none is named, or more than one, or one that is not there.
  func one() throws(Complaint) -> CatalogueExercise {
    guard let name = operands.first else {
      throw .usage(
        "which exercise?", advice: catalogue.exercises.map { "lessons \(command.rawValue) \($0.name)" })
    }
    guard operands.count == 1 else {
      throw .usage("'\(operands[1])' is one too many: 'lessons \(command.rawValue)' takes one exercise")
    }
    return try matcher.one(name)
  }
}
