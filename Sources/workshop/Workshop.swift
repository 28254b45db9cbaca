import Console
import Workbook

/// What is asked of the exercises, and what the commands about them have in common: the checkout, its exercises, and what is
/// remembered of them.
struct Workshop {
  let catalogue: Catalogue
  let store: ProgressStore
  /// What the reader asks for.
  let request: ExerciseRequest
  /// What was typed behind the command.
  let arguments: Arguments

  static func run(
    _ command: ExerciseCommand, _ request: ExerciseRequest, _ arguments: Arguments
  ) throws(Complaint) -> ExitStatus {
    let catalogue = try Surroundings.catalogue()
    if command == .watch { return try watch(request, arguments, catalogue) }
    for sentence in MovedAnswers.bringAlong(in: catalogue) { ProgressStore.writeWarning(sentence) }
    let workshop = Workshop(
      catalogue: catalogue, store: ProgressStore(catalogue.checkout), request: request, arguments: arguments)
    switch command {
    case .check: return try workshop.check()
    case .hint: return try workshop.hint(request.exercises[0])
    case .solution: return try workshop.showSolution(request.exercises[0])
    case .reset, .watch: return try workshop.reset()
    }
  }

  var checkout: Checkout { catalogue.checkout }
  private var folder: BuildFolder { Surroundings.buildFolder(of: checkout) }
  var grader: ExerciseGrader { ExerciseGrader(checkout: checkout, folder: folder, store: store) }
  var hints: Hints { Hints(checkout: checkout, folder: folder, store: store) }
}
