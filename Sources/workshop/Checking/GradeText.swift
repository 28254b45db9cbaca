import Console
import Figures
import Measurement
import Report
import Workbook

/// A judged exercise as lines of text: the diagnosis, the learner's timeline above the expected one, and what to do next.
struct GradeText {
  private let graded: GradedExercise
  private let style: TextStyle
  private let invocation: String
  private var grade: Grade { graded.grade }

  /// Sets a judged exercise.
  ///
  /// - Parameter invocation: how the reader calls the launcher, for example `swift run lessons`.
  init(_ graded: GradedExercise, style: TextStyle, invocation: String = "lessons") {
    self.graded = graded
    self.style = style
    self.invocation = invocation
  }

  /// The column that running text ends at: long lines are hard to read.
  private var measure: Int { style.measure }

  /// The exercise with how it stands, on one line.
  func headline(nameColumns: Int = 0) -> String {
    let name = DisplayWidth.pad(graded.exercise.name, to: nameColumns)
    return "\(ink.paint(mark, style)) \(graded.exercise.number)  \(Ink.bold.paint(name, style))  \(state)"
  }

  private var state: String {
    [grade.status.rawValue, grade.mistake].compactMap(\.self).joined(separator: ": ")
  }

  /// The headline in several lines, for a page on which it does not fit into one.
  var foldedHeadline: [String] {
    ["\(ink.paint(mark, style)) \(graded.exercise.number)  \(Ink.bold.paint(graded.exercise.name, style))"]
      + (DisplayWidth.of(state) + 2 <= style.width
        ? ["  \(state)"] : [grade.status.rawValue, grade.mistake].compactMap(\.self).map { "  \($0)" })
  }

  /// All that the learner should see of it, below its headline.
  var details: [String] {
    var lines = says
    if let printed = grade.printed, grade.status != .toDo {
      lines += ["", Ink.dim.paint("Your code printed:", style)]
      lines += printed.split(separator: "\n", omittingEmptySubsequences: false).map {
        "  " + (style.ascii ? "| " : "│ ") + DisplayWidth.cut(String($0), to: style.width - 4, style)
      }
    }
    if grade.status != .passed, grade.status != .toDo { lines += figures }
    if let seed = grade.seed, grade.status != .passed {
      lines +=
        [""] + dim("It shows when tasks that are ready at the same time run in the order of seed \(seed).")
    }
    return lines.map { style.ascii ? PlainText.ascii($0) : $0 }
  }

  /// Where to go on.
  var nextSteps: [String] {
    let name = graded.exercise.name
    return switch grade.status {
    case .passed: ["compare  \(invocation) solution \(name)"]
    case .doesNotBuild: ["edit  \(graded.place)"]
    default: ["edit  \(graded.place)", "hint  \(invocation) hint \(name)"]
    }
  }

  private var says: [String] {
    switch grade.status {
    case .toDo: Prose.wrap("To do: " + graded.exercise.question, to: measure)
    // The compiler's lines of code point at columns, and are not broken.
    case .doesNotBuild:
      grade.says.split(separator: "\n", omittingEmptySubsequences: false).flatMap(compilerLine)
    default: Prose.wrap(grade.says, to: measure)
    }
  }

  private func compilerLine(_ line: Substring) -> [String] {
    if line.starts(with: #/\S+:\d+:\d+: error: /#) {
      return Prose.wrap(String(line), to: style.width, rest: "  ").map { Ink.bold.paint($0, style) }
    }
    return line.starts(with: #/ *\d* *\|/#) ? [String(line)] : Prose.wrap(String(line), to: measure)
  }

  /// Both timelines on one scale, or other pictures.
  private var figures: [String] {
    if let drawings = grade.drawings { return [""] + Figure.stack(drawings, style) }
    guard let drawn = grade.yours, !drawn.lanes.isEmpty else { return [] }
    let (yours, expected) = differing(drawn, grade.expected)
    let isAll = yours.lanes.count == drawn.lanes.count
    let kinds = Set((yours.lanes + (expected?.lanes ?? [])).flatMap { $0.spans.map(\.kind) })
    func figure(_ title: String, _ timeline: Timeline) -> Figure {
      let end = max(yours.end, expected?.end ?? .zero)
      return .timeline(timeline, title: title, end: end, legend: kinds, maximumLanes: Self.maximumLanes)
    }
    let title = "What your code does" + (isAll ? "" : ", where it differs")
    let both =
      [figure(title, yours)] + (expected.map { [figure("What is expected", $0)] } ?? [])
    return [""] + Figure.stack(both, style)
  }

  private static let maximumLanes = 8

  /// Of more lanes than a picture has room for, those that are not alike in both timelines.
  private func differing(_ yours: Timeline, _ expected: Timeline?) -> (Timeline, Timeline?) {
    guard let expected, yours.lanes.count == expected.lanes.count, yours.lanes.count > Self.maximumLanes
    else {
      return (yours, expected)
    }
    let places = yours.lanes.indices.filter { yours.lanes[$0] != expected.lanes[$0] }
    guard !places.isEmpty else { return (yours, expected) }
    return (
      Timeline(lanes: places.map { yours.lanes[$0] }), Timeline(lanes: places.map { expected.lanes[$0] })
    )
  }

  private func dim(_ text: String) -> [String] {
    Prose.wrap(text, to: measure).map { Ink.dim.paint($0, style) }
  }

  private var mark: String {
    switch grade.status {
    case .passed: style.ascii ? "ok" : "✓"
    case .toDo: style.ascii ? "--" : "·"
    default: style.ascii ? "NO" : "✗"
    }
  }

  private var ink: Ink {
    switch grade.status {
    case .passed: .good
    case .toDo: .dim
    default: .bad
    }
  }
}
