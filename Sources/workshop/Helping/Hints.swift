import Console
import Foundation
import Processes
import Report
import Workbook

/// The hints of exercises, one more each time: first the one that helps out of the mistake just made, then the others in order.
struct Hints {
  /// A hint with its place among the others.
  struct Shown: Sendable, Hashable {
    /// The hint.
    var text: String
    /// Its place, from 1.
    var number: Int
    /// How many there are.
    var count: Int
    /// The mistake that it helps out of, besides the hints that are counted; `nil` for one of these.
    var mistake: String?

    /// Whether there is none behind it.
    var isLast: Bool { mistake == nil && number >= count }
    /// What stands above it, for example `hint 1 of 3`.
    var heading: String { mistake.map { "a hint on \($0)" } ?? "hint \(number) of \(count)" }
  }

  /// Whose exercises the hints are for.
  let checkout: Checkout
  /// Where the exercises are built, which know their hints.
  let folder: BuildFolder
  /// Where it is remembered how many have been given.
  let store: ProgressStore
  /// The package manager's file; tests put another in its place.
  var swift = Programs.find("swift")

  /// The next hint; the last again, when all have been given.
  ///
  /// - Throws: a ``Console/Complaint`` where the exercise's program is not there and cannot be built.
  func next(_ exercise: CatalogueExercise, watch: (Duration) -> Void = { _ in }) throws(Complaint)
    -> Shown
  {
    let record = try described(exercise, watch)
    let hints = record?.hints ?? []
    let entry = store.read().exercises[exercise.name] ?? Progress.Entry()
    if let mistake = entry.mistake, !entry.hintedAt.contains(mistake),
      let own = record?.mistakeHints?[mistake]
    {
      store.update { $0.exercises[exercise.name]?.hintedAt.append(mistake) }
      return Shown(text: own, number: entry.hints, count: hints.count, mistake: mistake)
    }
    guard !hints.isEmpty else { throw .unavailable("there are no hints for \(exercise.name)") }
    var number = min(entry.hints, hints.count - 1) + 1
    store.update { progress in
      var entry = progress.exercises[exercise.name] ?? Progress.Entry()
      number = min(max(0, entry.hints), hints.count - 1) + 1
      entry.hints = number
      progress.exercises[exercise.name] = entry
    }
    return Shown(text: hints[number - 1], number: number, count: hints.count)
  }

  private func described(_ exercise: CatalogueExercise, _ watch: (Duration) -> Void) throws(Complaint)
    -> ExerciseRecord?
  {
    var build = exercise.build(in: checkout, folder)
    build.swift = swift
    let program = build.freshness.binary
    // An older program will do: a learner who needs a hint most may have a file that does not compile.
    if build.freshness.isBuilt, let record = try described(by: program) { return record }
    if case .rejected(let output) = try build.run(watch: { elapsed, _ in watch(elapsed) }) {
      throw .unavailable(
        "the hints are part of the exercise's program, which does not build",
        advice: BuildOutput.messages(output).split(separator: "\n").map(String.init)
          + ["Mend this first, or take 'lessons reset \(exercise.name)'."])
    }
    return try described(by: program)
  }

  private func described(by program: URL) throws(Complaint) -> ExerciseRecord? {
    let outcome = try Program(program.path, ["--describe"], timeLimit: .seconds(5)).runUnlessInterrupted()
    guard case .success(let outcome) = outcome, outcome.isSuccess else { return nil }
    return try? JSONDecoder().decode(ExerciseRecord.self, from: Data(outcome.output.utf8))
  }
}
