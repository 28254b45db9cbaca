import Console
import Platform
import Workbook

extension Command {
  /// Puts an exercise back.
  static let reset = Command(
    name: "reset", summary: "puts an exercise's file back, and keeps yours as a backup",
    operands: "<exercise>",
    options: [Arguments.Option("all", help: "Put the files of all exercises back.")],
    action: .reading { arguments throws(Complaint) in
      let workshop = try Workshop()
      if arguments.has("all") {
        guard arguments.operands.isEmpty else {
          throw .usage("--all means every exercise: leave '\(arguments.operands[0])' out, or --all")
        }
        return try resetAll(workshop)
      }
      let exercise = try workshop.exercise(arguments, for: "reset")
      switch try ExerciseReset(workshop.checkout).run(exercise) {
      case .unchanged: StandardOutput.write("\(exercise.file) is as it was cloned.\n")
      case .done(nil): StandardOutput.write("\(exercise.file) is back.\n")
      case .done(let backup?):
        StandardOutput.write("\(exercise.file) is as it was cloned.\nWhat you had is kept in \(backup)\n")
      }
      return .done
    })

  private static func resetAll(_ workshop: Workshop) throws(Complaint) -> ExitStatus {
    let exercises = workshop.catalogue.exercises
    guard !exercises.isEmpty else { throw .unavailable("there is no exercise in this checkout") }
    var changed = 0
    for exercise in exercises {
      guard case .done(let backup) = try ExerciseReset(workshop.checkout).run(exercise) else { continue }
      changed += 1
      if let backup { StandardOutput.write("\(exercise.name): what you had is kept in \(backup)\n") }
    }
    StandardOutput.write(
      changed == 0
        ? "All \(exercises.count) exercises are as they were cloned.\n"
        : "\(changed) of \(exercises.count) exercises put back; now all are as they were cloned.\n")
    return .done
  }
}
