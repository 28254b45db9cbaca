import Figures
import Report

/// The screen of `lessons watch`: no more lines than it has rows, and none wider than it is.
struct WatchPage {
  private let session: WatchSession
  private let style: TextStyle
  private let rows: Int
  private let activity: String?

  /// Lays a screen out.
  ///
  /// - Parameters:
  ///   - session: what is shown.
  ///   - style: how wide it is and what it can show.
  ///   - rows: how many lines it has.
  ///   - activity: what is going on; `nil` while nothing is.
  init(_ session: WatchSession, style: TextStyle, rows: Int, activity: String? = nil) {
    self.session = session
    self.style = style
    self.rows = max(6, rows)
    self.activity = activity
  }

  /// The lines, from the first row of the screen to its last.
  var lines: [String] {
    let body = self.body
    let room = rows - 4
    let pages = body.count <= room ? 1 : (body.count + room - 2) / (room - 1)
    let page = session.scrolled % pages
    var shown = pages == 1 ? body : Array(body.dropFirst(page * (room - 1)).prefix(room - 1))
    shown += [String](repeating: "", count: max(0, (pages == 1 ? room : room - 1) - shown.count))
    if pages > 1 { shown.append(Ink.dim.paint("-- page \(page + 1) of \(pages): space turns --", style)) }
    return ([heading, ""] + shown + ["", keys]).map(fitted)
  }

  private var heading: String {
    let passed = session.exercises.count { session.status(of: $0) == .passed }
    let right = activity ?? "\(passed) of \(session.exercises.count) passed"
    let left =
      session.grade.map { GradeText(GradedExercise(session.current, $0), style: style).headline() }
      ?? "  \(session.current.number)  \(Ink.bold.paint(session.current.name, style))"
    let gap = style.width - DisplayWidth.of(left) - DisplayWidth.of(right)
    // Where both do not fit, what is going on goes first.
    guard gap >= 2 else { return activity.map { Ink.dim.paint($0, style) } ?? left }
    return left + String(repeating: " ", count: gap) + Ink.dim.paint(right, style)
  }

  private var body: [String] {
    switch session.view {
    case .text(let lines): return lines.flatMap(folded)
    case .list: return list
    case .askingForReset:
      return Prose.wrap(
        "Put \(session.current.file) back as it was cloned? What you have is kept in .lessons/backups.",
        to: measure) + ["", "y  yes        any other key  no"]
    case .grade:
      guard let grade = session.grade else { return [] }
      let details = GradeText(GradedExercise(session.current, grade), style: style).details
      let file = Prose.wrap(
        grade.status == .passed
          ? "n goes on to the next exercise, s compares your answer with the workbook's."
          : "Edit \(GradedExercise(session.current, grade, line: session.line).place) and save it.",
        to: measure)
      return details + [""] + file.map { Ink.dim.paint($0, style) }
    }
  }

  private var list: [String] {
    let columns = session.exercises.map { DisplayWidth.of($0.name) }.max() ?? 0
    return session.exercises.flatMap { exercise in
      let grade = session.grades[exercise] ?? Grade(status: session.status(of: exercise), says: "")
      let line = GradeText(GradedExercise(exercise, grade), style: style).headline(nameColumns: columns)
      let isFirst = session.exercises.first { $0.lesson == exercise.lesson } == exercise
      let lesson = Ink.dim.paint("\(exercise.lesson.number) · \(exercise.lesson.title)", style)
      return (isFirst ? [lesson] : []) + [(exercise == session.current ? "> " : "  ") + line]
    }
  }

  private var keys: String {
    [
      ("n", "next"), ("h", "hint"), ("o", "open"), ("s", "solution"), ("r", "reset"), ("l", "list"),
      ("q", "quit"),
    ]
    .map { "\(Ink.bold.paint($0.0, style)) \($0.1)" }.joined(separator: "   ")
  }

  private var measure: Int { style.measure }

  /// A line of code in as many rows as it takes: what is cut off could be what matters.
  private func folded(_ line: String) -> [String] {
    guard DisplayWidth.of(line) > style.width else { return [line] }
    // A painted line is painted from its first character to its last.
    let paint = line.prefixMatch(of: /\u{1B}\[\d+m/).map { String($0.0) } ?? ""
    var rest = line.dropFirst(paint.count).prefix { $0 != "\u{1B}" }
    var rows: [String] = []
    while !rest.isEmpty {
      let row = rest.prefix(style.width - (rows.isEmpty ? 0 : 4))
      rest = rest.dropFirst(row.count)
      rows.append(paint + (rows.isEmpty ? "" : "    ") + row + (paint.isEmpty ? "" : "\u{1B}[0m"))
    }
    return rows
  }

  private func fitted(_ line: String) -> String {
    DisplayWidth.cut(style.ascii ? PlainText.ascii(line) : line, to: style.width, style)
  }
}
