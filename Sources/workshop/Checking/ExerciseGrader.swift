import Console
import Foundation
import Platform
import Report
import Workbook

/// Judges the learner's exercises: builds each as a program of its own, runs it in a process that can be ended, and remembers
/// how it came out.
struct ExerciseGrader {
  /// What is going on, for a reader who waits.
  enum Activity: Sendable, Hashable {
    /// An exercise is being built.
    case building(CatalogueExercise)
    /// An exercise is being built, and something keeps that from getting on.
    case waiting(CatalogueExercise, String)
    /// An exercise is being judged.
    case judging(CatalogueExercise)
  }

  /// How long an exercise may take. In virtual time all of them are over in a moment.
  static let timeLimit = Duration.seconds(2)

  /// Whose exercises are judged.
  let checkout: Checkout
  /// Where they are built.
  let folder: BuildFolder
  /// Where the results are kept.
  let store: ProgressStore
  /// The package manager's file; tests put another in its place.
  var swift = Programs.find("swift")

  /// Judges exercises, each by itself, and remembers the results.
  ///
  /// A file that stands as it was cloned is to do; for that nothing is built.
  ///
  /// - Parameters:
  ///   - exercises: the exercises.
  ///   - watch: told now and then what is going on, and for how long.
  /// - Throws: a ``Console/Complaint`` where nothing can be built or started, or an interruption.
  func grade(
    _ exercises: [CatalogueExercise], watch: (Activity, Duration) -> Void = { _, _ in }
  ) throws(Complaint) -> [GradedExercise] {
    var graded: [GradedExercise] = []
    for exercise in exercises {
      let digest = exercise.digest(in: checkout)
      let grade = try grade(exercise, watch)
      let result = GradedExercise(exercise, grade, line: exercise.line(grade, in: checkout))
      store.update { $0.record(result, digest: digest) }
      graded.append(result)
    }
    return graded
  }

  private func grade(
    _ exercise: CatalogueExercise, _ watch: (Activity, Duration) -> Void
  ) throws(Complaint) -> Grade {
    if exercise.isUntouched(in: checkout) { return Grade(status: .toDo, says: "Not started yet.") }
    var build = exercise.build(in: checkout, folder)
    build.swift = swift
    watch(.building(exercise), .zero)
    let outcome = try build.run { elapsed, remark in
      watch(remark.map { .waiting(exercise, $0) } ?? .building(exercise), elapsed)
    }
    if case .rejected(let output) = outcome {
      return Grade(
        status: .doesNotBuild,
        says: try RejectedExercise(exercise, output, root: checkout.root).says)
    }
    watch(.judging(exercise), .zero)
    while true {
      let suspended = Interruption.suspended
      let grade = try Interruption.noted { (isInterrupted) throws(Complaint) in
        try GradingProcess(executable: build.freshness.binary, timeLimit: Self.timeLimit)
          .run(isInterrupted: isInterrupted)
      }
      // Ctrl-Z stops the learner's code as well, whose own clocks go on: what they said then says nothing.
      if Interruption.suspended == suspended { return grade }
    }
  }
}
