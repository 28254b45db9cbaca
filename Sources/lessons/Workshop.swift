import Report
import Workbook

/// What the commands about exercises have in common: the checkout, its exercises, and what is remembered of them.
struct Workshop {
  let catalogue: Catalogue
  let store: ProgressStore

  init() throws(Complaint) {
    let catalogue = try Surroundings.catalogue()
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

  /// The exercise that a command is about.
  ///
  /// - Throws: a ``Report/Complaint`` if none is named, or more than one, or one that is not there.
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
