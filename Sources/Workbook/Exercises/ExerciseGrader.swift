import Foundation
public import Report

/// Judges the learner's exercises: builds their lessons, runs each exercise in a process of its own, remembers how it
/// came out.
public struct ExerciseGrader {
  /// What is going on, for a reader who waits.
  public enum Activity: Sendable, Hashable {
    /// A lesson is being built.
    case building(SyllabusEntry)
    /// An exercise is being judged.
    case judging(CatalogueExercise)
  }

  /// How long an exercise may take. In virtual time all of them are over in a moment.
  static let timeLimit = Duration.seconds(2)

  private let checkout: Checkout
  private let folder: BuildFolder
  private let store: ProgressStore
  /// The package manager's file; tests put another in its place.
  var swift = Programs.find("swift")

  /// Creates a grader.
  ///
  /// - Parameters:
  ///   - checkout: whose exercises are judged.
  ///   - folder: where their lessons are built.
  ///   - store: where the results are kept.
  public init(_ checkout: Checkout, builtIn folder: BuildFolder, store: ProgressStore) {
    self.checkout = checkout
    self.folder = folder
    self.store = store
  }

  /// Judges exercises, and remembers the results.
  ///
  /// A file that stands as it was cloned is to do; for that nothing is built.
  ///
  /// - Parameters:
  ///   - exercises: the exercises.
  ///   - watch: told now and then what is going on, and for how long.
  /// - Throws: a ``LessonKit/Complaint`` where nothing can be built or started, or an interruption.
  public func grade(
    _ exercises: [CatalogueExercise], watch: (Activity, Duration) -> Void = { _, _ in }
  ) throws(Complaint) -> [GradedExercise] {
    var graded: [GradedExercise] = []
    var digests: [String: String] = [:]
    let before = store.read()
    for exercise in exercises { digests[exercise.address] = exercise.digest(in: checkout) }
    for lesson in Syllabus.inOrder(exercises) {
      let own = exercises.filter { $0.lesson == lesson }
      let begun = own.filter { !$0.isUntouched(in: checkout) }
      let judged = try grade(begun, of: lesson, before, watch)
      graded += own.map { exercise in
        judged.first { $0.exercise == exercise }
          ?? GradedExercise(exercise, Grade(status: .toDo, says: "Nobody has begun yet."))
      }
    }
    store.update { progress in
      for result in graded where !result.isLeftOpen {
        progress.record(result, digest: digests[result.exercise.address])
      }
    }
    return graded
  }

  private func grade(
    _ exercises: [CatalogueExercise], of lesson: SyllabusEntry, _ before: Progress,
    _ watch: (Activity, Duration) -> Void
  ) throws(Complaint) -> [GradedExercise] {
    guard !exercises.isEmpty else { return [] }
    var build = LessonBuild(lesson: lesson, checkout: checkout, folder: folder)
    build.swift = swift
    watch(.building(lesson), .zero)
    if case .rejected(let messages, let text) = try build.run(watch: { watch(.building(lesson), $0) }) {
      return RejectedLesson(messages: messages, text: text).grades(exercises, before, checkout)
    }
    var graded: [GradedExercise] = []
    for exercise in exercises {
      watch(.judging(exercise), .zero)
      let process = GradingProcess(
        executable: build.executable, exercise: exercise.name, timeLimit: Self.timeLimit)
      let signals = InterruptionWatch()
      defer { signals.stop() }
      graded.append(GradedExercise(exercise, try process.run { InterruptionWatch.isInterrupted }))
    }
    return graded
  }
}

extension Syllabus {
  /// The lessons of some exercises, each once, in the order of the exercises.
  fileprivate static func inOrder(_ exercises: [CatalogueExercise]) -> [SyllabusEntry] {
    exercises.reduce(into: []) { if !$0.contains($1.lesson) { $0.append($1.lesson) } }
  }
}
