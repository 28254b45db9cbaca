import Console
import Platform
import Workbook

extension Workshop {
  /// Puts files back as they were cloned, and keeps the learner's.
  func reset() throws(Complaint) -> ExitStatus {
    if arguments.has("all") { return try resetAll() }
    let exercise = request.exercises[0]
    switch try ExerciseReset(checkout).run(exercise) {
    case .unchanged: StandardOutput.write("\(exercise.file) is as it was cloned.\n")
    case .done(nil): StandardOutput.write("\(exercise.file) is back.\n")
    case .done(let backup?):
      StandardOutput.write("\(exercise.file) is as it was cloned.\nWhat you had is kept in \(backup)\n")
    }
    return .done
  }

  private func resetAll() throws(Complaint) -> ExitStatus {
    let exercises = request.exercises
    var changed = 0
    for exercise in exercises {
      guard case .done(let backup) = try ExerciseReset(checkout).run(exercise) else { continue }
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
