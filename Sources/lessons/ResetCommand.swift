import Platform
import Report
import Workbook

extension Command {
  /// Puts an exercise back.
  static let reset = Command(
    name: "reset", summary: "puts an exercise's file back, and keeps yours as a backup",
    operands: "<exercise>",
    action: .reading { arguments throws(Complaint) in
      let workshop = try Workshop()
      let exercise = try workshop.exercise(arguments, for: "reset")
      switch try ExerciseReset(workshop.checkout).run(exercise) {
      case .unchanged: StandardOutput.write("\(exercise.file) is as it was cloned.\n")
      case .done(nil): StandardOutput.write("\(exercise.file) is back.\n")
      case .done(let backup?):
        StandardOutput.write("\(exercise.file) is as it was cloned.\nWhat you had is kept in \(backup)\n")
      }
      return .done
    })
}
