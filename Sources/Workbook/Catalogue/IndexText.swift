package import Console

/// The list of lessons, as a page.
package struct IndexText {
  private let index: Index
  private let style: TextStyle
  private let invocation: String
  private let exercise: CatalogueExercise?

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - index: the lessons.
  ///   - style: how wide the page is and what it can show.
  ///   - invocation: how the reader calls the launcher, for example `swift run lessons`.
  ///   - exercise: the exercise to do next, if one is left.
  package init(_ index: Index, style: TextStyle, invocation: String, exercise: CatalogueExercise? = nil) {
    self.exercise = exercise
    self.index = index
    self.style = style
    self.invocation = invocation
  }

  /// The page's lines.
  package var lines: [String] {
    let title = Ink.bold.paint("The Async Workbook", style)
    guard !index.lessons.isEmpty else { return [title, "", "There is no lesson in this checkout."] }
    return [title, ""] + index.lessons.flatMap(entry) + ["", heading] + steps
  }

  private func entry(_ lesson: Index.Lesson) -> [String] {
    let number = String(repeating: " ", count: lesson.number < 10 ? 1 : 0) + "\(lesson.number)  "
    let ids = index.lessons.map { DisplayWidth.of($0.id) }.max() ?? 0
    let minutes = "\(lesson.minutes) min"
    let progress = self.progress(lesson.exercises)
    let behind = "  " + DisplayWidth.pad(minutes, to: 8) + progress
    let margin = String(repeating: " ", count: number.count + ids + 2)
    let room = style.width - margin.count - behindWidth
    let title = PlainText.clean(lesson.title, style)
    let head =
      number + Ink.bold.paint(lesson.id, style)
      + String(repeating: " ", count: ids + 2 - DisplayWidth.of(lesson.id))
    let below = String(repeating: " ", count: number.count)
    let lecture = "lecture \(lesson.lecture)"
    let notes = [lecture] + (lesson.predictions.map { [predicted($0)] } ?? [])
    // What does not fit on a line stands below, for all lessons alike.
    if titleWidth <= room {
      return [head + DisplayWidth.pad(title, to: titleWidth) + behind]
        + notes.flatMap { Prose.wrap($0, to: style.width, first: margin, rest: margin) }.map {
          Ink.dim.paint($0, style)
        }
    }
    return [number + Ink.bold.paint(lesson.id, style)]
      + Prose.wrap(title, to: style.width, first: below, rest: below)
      + Prose.wrap("\(minutes), \(progress)", to: style.width, first: below, rest: below)
      + notes.flatMap { Prose.wrap($0, to: style.width, first: below, rest: below) }.map {
        Ink.dim.paint($0, style)
      }
  }

  private var behindWidth: Int { 10 + (index.lessons.map { progress($0.exercises).count }.max() ?? 0) }

  private var titleWidth: Int {
    index.lessons.map { DisplayWidth.of(PlainText.clean($0.title, style)) }.max() ?? 0
  }

  private func progress(_ exercises: Index.Exercises) -> String {
    switch exercises.total {
    case 0: "no exercises"
    case 1: "\(exercises.passed)/1 exercise"
    default: "\(exercises.passed)/\(exercises.total) exercises"
    }
  }

  private func predicted(_ predictions: Index.Predictions) -> String {
    "right: \(predictions.guesses) of \(predictions.total) guesses, \(predictions.reasons) of \(predictions.total) reasons"
  }

  private var heading: String {
    let total = index.lessons.map(\.exercises.total).reduce(0, +)
    return index.next == nil ? "You have passed all \(total) exercises. What comes next:" : "What to do next:"
  }

  private var steps: [String] {
    var rows: [(String, String)]
    if let lesson = index.next {
      rows = [
        ("\(invocation) run \(lesson.id)", "watch it"),
        ("\(invocation) read \(lesson.id)", "read the transcript beside the code"),
      ]
      if let exercise {
        rows.append(("\(invocation) watch \(exercise.name)", "do exercise \(exercise.number)"))
      }
    } else {
      rows = [
        ("\(invocation) claims", "measure what the lectures claim on this machine"),
        ("\(invocation) solution <exercise>", "compare your answers with the workbook's"),
        ("\(invocation) reset --all", "begin again; your answers are kept"),
      ]
    }
    rows.append(("\(invocation) play", "a game: be the event loop yourself"))
    let column = (rows.map(\.0.count).max() ?? 0) + 4
    let isRoomy = column + (rows.map(\.1.count).max() ?? 0) <= style.width
    return rows.map { isRoomy ? DisplayWidth.pad("  \($0.0)", to: column) + $0.1 : "  \($0.0)" }
  }
}
