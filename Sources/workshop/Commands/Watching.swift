import Console
import Platform
import Workbook

extension Workshop {
  /// Judges an exercise whenever it is saved, until the reader quits.
  static func watch(
    _ request: ExerciseRequest, _ arguments: Arguments, _ catalogue: Catalogue
  ) throws(Complaint) -> ExitStatus {
    // On the screen of its own nothing else may be written.
    var warnings: [String] = []
    let store = ProgressStore(catalogue.checkout) { warnings.append($0) }
    warnings += MovedAnswers.bringAlong(in: catalogue)
    defer { warnings.forEach(ProgressStore.writeWarning) }
    let workshop = Workshop(catalogue: catalogue, store: store, request: request, arguments: arguments)
    let watch = Watch(
      catalogue.exercises, in: catalogue.checkout, grader: workshop.grader, hints: workshop.hints,
      store: store)
    let last = try watch.run(from: request.exercises.first) {
      (try? Terminal(arguments))?.style ?? request.terminal.style
    }
    StandardOutput.write("'\(Surroundings.invocation) watch \(last.name)' goes on here.\n")
    return .done
  }
}
