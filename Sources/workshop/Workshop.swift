import Console
import Workbook

/// What is asked of the exercises, and what the commands about them have in common: the checkout, its exercises, and what is
/// remembered of them.
struct Workshop {
  let catalogue: Catalogue
  let store: ProgressStore
  /// What the reader asks for.
  let request: ExerciseRequest

  /// Does what the launcher was told: the command's name, and what stands behind it.
  static func run(_ words: [String]) throws(Complaint) -> ExitStatus {
    guard let name = words.first, let command = ExerciseCommand(rawValue: name) else {
      throw .usage(
        "this program does what the launcher is told about exercises",
        advice: ["'swift run lessons help' lists the commands."])
    }
    let arguments = try Arguments(Array(words.dropFirst()), options: command.options)
    let catalogue = try Surroundings.catalogue()
    let request = try ExerciseRequest(command, arguments, in: catalogue)
    if command == .watch { return try watch(request, catalogue) }
    for sentence in MovedAnswers.bringAlong(in: catalogue) { ProgressStore.writeWarning(sentence) }
    let workshop = Workshop(
      catalogue: catalogue, store: ProgressStore(catalogue.checkout), request: request)
    switch command {
    case .check: return try workshop.check()
    case .hint: return try workshop.hint(request.exercises[0])
    case .solution: return try workshop.showSolution(request.exercises[0])
    case .reset, .watch: return try workshop.reset()
    }
  }

  var checkout: Checkout { catalogue.checkout }
  private var folder: BuildFolder { Surroundings.buildFolder(of: checkout) }
  var grader: ExerciseGrader { ExerciseGrader(checkout, builtIn: folder, store: store) }
  var hints: Hints { Hints(checkout, builtIn: folder, store: store) }
}
