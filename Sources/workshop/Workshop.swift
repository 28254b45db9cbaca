import Console
import Report
import Workbook

/// What the commands about exercises have in common: the checkout, its exercises, and what is remembered of them.
struct Workshop {
  let catalogue: Catalogue
  let store: ProgressStore

  init() throws(Complaint) {
    let catalogue = try Surroundings.catalogue()
    for sentence in MovedAnswers.bringAlong(in: catalogue) { ProgressStore.writeWarning(sentence) }
    self.init(catalogue, ProgressStore(catalogue.checkout))
  }

  init(_ catalogue: Catalogue, _ store: ProgressStore) {
    self.catalogue = catalogue
    self.store = store
  }

  var checkout: Checkout { catalogue.checkout }
  var folder: BuildFolder { Surroundings.buildFolder(of: checkout) }
  var grader: ExerciseGrader { ExerciseGrader(checkout, builtIn: folder, store: store) }
  var hints: Hints { Hints(checkout, builtIn: folder, store: store) }
  var matcher: ExerciseMatcher {
    ExerciseMatcher(catalogue.exercises, lessons: catalogue.lessons.map(\.entry))
  }

  /// What is missing of the exercises that are meant by what was typed.
  func gaps(_ typed: [String]) throws(Complaint) -> [ExerciseGap] {
    let lessons = LessonMatcher(catalogue.lessons.map(\.entry))
    return catalogue.exerciseGaps.filter { gap in
      typed.isEmpty || typed.contains { gap.isMeant(by: $0) || (try? lessons.match($0)) == gap.lesson }
    }
  }

  /// Opens the first of some exercises that is wrong, or else the first that is not passed, or else the only one.
  func open(_ graded: [GradedExercise], with editor: Editor) throws(Complaint) {
    let first =
      graded.first(where: \.isWrong) ?? graded.first { $0.grade.status != .passed }
      ?? (graded.count == 1 ? graded[0] : nil)
    guard let first else { return }
    try editor.open(checkout.url(first.exercise.file), line: first.line ?? 1)
  }

  /// The exercise that a command is about.
  ///
  /// - Throws: a ``Console/Complaint`` if none is named, or more than one, or one that is not there.
  func exercise(_ arguments: Arguments, for command: String) throws(Complaint) -> CatalogueExercise {
    guard let name = arguments.operands.first else {
      throw .usage(
        "which exercise?", advice: catalogue.exercises.map { "lessons \(command) \($0.name)" })
    }
    guard arguments.operands.count == 1 else {
      throw .usage("'\(arguments.operands[1])' is one too many: 'lessons \(command)' takes one exercise")
    }
    return try matcher.one(name)
  }
}
