import Console
import Report
import Workbook

extension CheckReport {
  /// Takes down what came of a check.
  init(_ graded: [GradedExercise], progress: Progress = Progress(), missing: [ExerciseGap] = []) {
    let misconceptions = graded.map(\.exercise).flatMap { exercise in
      (progress.exercises[exercise.name]?.met ?? []).map { met in
        Met(
          lesson: exercise.lesson.id, exercise: exercise.name, mistake: met.mistake, times: met.times,
          first: met.first, last: met.last)
      }
    }
    let records = graded.map { one in
      Record(
        lesson: one.exercise.lesson.id, exercise: one.exercise.name, file: one.exercise.file, line: one.line,
        status: one.grade.status, mistake: one.grade.mistake,
        says: one.grade.says, seed: one.grade.seed)
    }
    self.init(exercises: records, misconceptions: misconceptions, missing: missing.map(\.reason))
  }
}
