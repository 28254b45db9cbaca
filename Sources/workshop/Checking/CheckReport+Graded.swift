import Report
import Workbook

extension CheckReport {
  /// Takes down what came of a check.
  init(_ graded: [GradedExercise], progress: Progress = Progress(), missing: [ExerciseGap] = []) {
    let misconceptions = graded.map(\.exercise).flatMap { exercise in
      (progress.exercises[exercise.name]?.met ?? []).map { Met(exercise, $0) }
    }
    let records = graded.map { one in
      Record(
        of: one.exercise, line: one.line, status: one.grade.status, mistake: one.grade.mistake,
        says: one.grade.says, seed: one.grade.seed)
    }
    self.init(exercises: records, misconceptions: misconceptions, missing: missing.map(\.reason))
  }
}
