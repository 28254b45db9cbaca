import Console
import Report
import Workbook

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
    self.rows = max(1, rows)
    self.activity = activity
  }

  /// The lines, from the first row of the screen to its last.
  ///
  /// Where there is little room, the blank lines go first, then the words of the keys, and then what stands between.
  var lines: [String] {
    var (heading, keys) = (self.heading, self.keys)
    if keys.count > 1, rows - heading.count - keys.count < 8 { keys = [letters] }
    if rows - heading.count - keys.count < 1 { heading = [heading[0]] }
    let isRoomy = rows - heading.count - keys.count >= 4
    let room = rows - heading.count - keys.count - (isRoomy ? 2 : 0)
    guard room > 0 else { return (heading + keys).prefix(rows).map(fitted) }
    let blank = isRoomy ? [""] : []
    return (heading + blank + page(room) + blank + keys).map(fitted)
  }

  /// As much of the body as there is room for.
  private func page(_ room: Int) -> [String] {
    let body = self.body
    let isWhole = body.count <= room
    let length = isWhole ? room : max(1, room - 1)
    let pages = isWhole ? 1 : (body.count + length - 1) / length
    let page = session.scrolled % pages
    var shown = Array(body.dropFirst(page * length).prefix(length))
    shown += [String](repeating: "", count: length - shown.count)
    if shown.count < room {
      shown.append(Ink.dim.paint("-- page \(page + 1) of \(pages): space turns --", style))
    }
    return shown
  }

  /// One line, or more where what is going on or the verdict does not fit beside the name.
  private var heading: [String] {
    let passed = session.exercises.count { session.status(of: $0) == .passed }
    let right = activity ?? "\(passed) of \(session.exercises.count) passed"
    let text = session.grade.map { GradeText(GradedExercise(session.current, $0), style: style) }
    let left =
      text?.headline() ?? "  \(session.current.number)  \(Ink.bold.paint(session.current.name, style))"
    let gap = style.width - DisplayWidth.of(left) - DisplayWidth.of(right)
    if gap >= 2 { return [left + String(repeating: " ", count: gap) + Ink.dim.paint(right, style)] }
    let lefts = DisplayWidth.of(left) <= style.width ? [left] : text?.foldedHeadline ?? [left]
    return lefts + [Ink.dim.paint(right, style)]
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

  private static let keys = [
    ("n", "next"), ("h", "hint"), ("o", "open"), ("s", "solution"), ("r", "reset"), ("l", "list"),
    ("q", "quit"),
  ]

  /// The keys with what they do, in as many lines as they take.
  private var keys: [String] {
    for gap in ["   ", "  "] {
      let line = Self.keys.map { "\(Ink.bold.paint($0.0, style)) \($0.1)" }.joined(separator: gap)
      if DisplayWidth.of(line) <= style.width { return [line] }
    }
    var lines = [""]
    for (key, what) in Self.keys {
      let gap = lines.last!.isEmpty ? "" : "  "
      let item = "\(Ink.bold.paint(key, style)) \(what)"
      if DisplayWidth.of(lines.last! + gap + item) <= style.width {
        lines[lines.count - 1] += gap + item
      } else {
        lines.append(item)
      }
    }
    return lines
  }

  /// The keys alone.
  private var letters: String { Self.keys.map { Ink.bold.paint($0.0, style) }.joined(separator: " ") }

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
