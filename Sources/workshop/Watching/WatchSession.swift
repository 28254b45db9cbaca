import Console
import Report
import Workbook

/// What the reader of `lessons watch` looks at, and what a key or a save makes of it.
///
/// It decides and does nothing: its driver does what it returns, and tells it what came of that.
struct WatchSession: Sendable {
  /// What stands below the headline.
  enum View: Sendable, Hashable {
    /// The grade, or what is to be done.
    case grade
    /// All exercises.
    case list
    /// A text: a hint, a solution, a message.
    case text([String])
    /// The question whether the file is to be put back.
    case askingForReset
  }

  /// What has to be done.
  enum Action: Sendable, Hashable {
    /// Nothing but to draw.
    case draw
    /// Judge the current exercise.
    case judge
    /// Get the next hint.
    case hint
    /// Open the file in the reader's editor.
    case open
    /// Get the solution.
    case solution
    /// Put the file back, and judge.
    case reset
    /// End.
    case quit
  }

  /// The exercises to walk through; never empty.
  let exercises: [CatalogueExercise]
  /// The place of the current one.
  private(set) var index: Int
  /// How the exercises stand, as far as that is known.
  private(set) var grades: [CatalogueExercise: Grade] = [:]
  /// The lines of their files to look at.
  private var lines: [CatalogueExercise: Int] = [:]
  /// What is shown.
  var view = View.grade
  /// How many lines of it are above the screen.
  private(set) var scrolled = 0
  private let known: [CatalogueExercise: ExerciseStatus]

  /// The current exercise.
  var current: CatalogueExercise { exercises[index] }
  /// The line of the current exercise's file to look at, if that is known.
  var line: Int? { lines[current] }
  /// The grade of the current exercise, if it has been judged.
  var grade: Grade? { grades[current] }

  /// Begins with an exercise, or with the first that is not passed.
  ///
  /// - Parameter known: how the exercises stood when they were last judged.
  init(
    _ exercises: [CatalogueExercise], known: [CatalogueExercise: ExerciseStatus],
    from first: CatalogueExercise?
  ) {
    self.exercises = exercises
    self.known = known
    index = 0
    index = first.flatMap(exercises.firstIndex) ?? exercises.firstIndex { status(of: $0) != .passed } ?? 0
  }

  /// How an exercise stands.
  func status(of exercise: CatalogueExercise) -> ExerciseStatus {
    grades[exercise]?.status ?? known[exercise] ?? .toDo
  }

  /// Takes a key.
  mutating func press(_ key: Character) -> Action {
    if view == .askingForReset {
      view = .grade
      return key == "y" || key == "Y" ? .reset : .draw
    }
    switch key {
    case " ":
      scrolled += 1
      return .draw
    case "n", "N": return next()
    case "h", "H": return .hint
    case "o", "O": return .open
    case "s", "S":
      if status(of: current) == .passed { return .solution }
      show([
        "Solve it first: the solution is shown when yours is right.", "",
        "'lessons solution \(current.name) --anyway' shows it all the same.",
      ])
      return .draw
    case "r", "R":
      view = .askingForReset
      return .draw
    case "l", "L":
      view = view == .list ? .grade : .list
      scrolled = 0
      return .draw
    case _ where Self.isQuit(key): return .quit
    default:
      view = .grade
      scrolled = 0
      return .draw
    }
  }

  /// Whether a key ends the watching; so do Ctrl-C and Ctrl-D.
  static func isQuit(_ key: Character) -> Bool { ["q", "Q", "\u{03}", "\u{04}"].contains(key) }

  /// Takes note that the current exercise's file is not there.
  mutating func fileIsGone() {
    grades[current] = nil
    show([
      "\(current.file) is gone.", "",
      "'r' and then 'y' puts it back as it was cloned.",
      "If you bring it back yourself, it is judged.",
    ])
  }

  /// Takes note of saved files. The exercise that was saved is the one that is worked on.
  mutating func saved(_ saved: [CatalogueExercise]) -> Action {
    guard !saved.isEmpty else { return .draw }
    if !saved.contains(current), let other = exercises.firstIndex(where: saved.contains) { index = other }
    view = .grade
    scrolled = 0
    return .judge
  }

  /// Takes note of a judgement.
  mutating func judged(_ graded: GradedExercise) {
    grades[graded.exercise] = graded.grade
    lines[graded.exercise] = graded.line
  }

  /// Shows a text below the headline.
  mutating func show(_ lines: [String]) {
    view = .text(lines)
    scrolled = 0
  }

  /// The next exercise that is not passed, round the end; the next of all where none is left.
  private mutating func next() -> Action {
    let others = (1...exercises.count).map { (index + $0) % exercises.count }
    index = others.first { $0 != index && status(of: exercises[$0]) != .passed } ?? others[0]
    view = .grade
    scrolled = 0
    return .judge
  }
}
