import Console
import Platform
import Workbook

extension Command {
  /// Judges at every save.
  static let watch = Command(
    name: "watch", summary: "judges an exercise whenever you save it", operands: "[<exercise>]",
    options: Terminal.options,
    notes: [
      "Keys: n next, h hint, o open in your editor, s solution, r reset, l list, q quit; space turns the page.",
      "Without a name it begins with the first exercise that is not passed.",
    ],
    action: .reading { arguments throws(Complaint) in
      var warnings: [String] = []
      let catalogue = try Surroundings.catalogue()
      let store = ProgressStore(catalogue.checkout) { warnings.append($0) }
      warnings += MovedAnswers.bringAlong(in: catalogue)
      let workshop = Workshop(catalogue, store)
      let first: CatalogueExercise? =
        arguments.operands.isEmpty ? nil : try workshop.exercise(arguments, for: "watch")
      let terminal = try Terminal(arguments)
      try Watch.requireTerminal(terminal, exercise: first?.name ?? "")
      let exercises = catalogue.exercises
      guard !exercises.isEmpty else { throw .unavailable("there is no exercise in this checkout") }
      defer { warnings.forEach(ProgressStore.writeWarning) }
      let watch = Watch(
        exercises, in: catalogue.checkout, grader: workshop.grader, hints: workshop.hints, store: store)
      let last = try watch.run(from: first) { (try? Terminal(arguments))?.style ?? terminal.style }
      StandardOutput.write("'\(Surroundings.invocation) watch \(last.name)' goes on here.\n")
      return .done
    })
}
