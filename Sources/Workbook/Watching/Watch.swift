package import Figures
import Foundation
import Platform
package import Report

/// Judges exercises at every save, on a screen of its own, until the reader quits.
package struct Watch {
  /// How often files are looked at.
  private static let period = Duration.milliseconds(200)

  private let exercises: [CatalogueExercise]
  private let checkout: Checkout
  private let grader: ExerciseGrader
  private let hints: Hints
  private let store: ProgressStore

  /// Prepares to watch.
  ///
  /// - Parameters:
  ///   - exercises: the exercises to walk through.
  ///   - checkout: where they are.
  ///   - grader: judges them.
  ///   - hints: gives hints.
  ///   - store: knows how they stood; it should keep its warnings until the watch has ended.
  package init(
    _ exercises: [CatalogueExercise], in checkout: Checkout, grader: ExerciseGrader, hints: Hints,
    store: ProgressStore
  ) {
    self.exercises = exercises
    self.checkout = checkout
    self.grader = grader
    self.hints = hints
    self.store = store
  }

  /// Says why nothing can be watched here, or returns.
  package static func requireTerminal(_ terminal: Terminal, exercise: String) throws(Complaint) {
    guard terminal.canAsk, terminal.canRedraw else {
      throw .unavailable(
        "watching needs a terminal to draw on and keys to be pressed, and this is none",
        advice: [
          "Run '\(["lessons check", exercise].filter { !$0.isEmpty }.joined(separator: " "))' after each save instead."
        ])
    }
  }

  /// Watches until the reader quits.
  ///
  /// - Parameters:
  ///   - first: the exercise to begin with; `nil` for the first that is not passed.
  ///   - style: asked before every drawing, as a terminal changes its width.
  /// - Returns: the exercise that was watched last.
  /// - Throws: a ``Report/Complaint`` where nothing can be judged, or an interruption; the terminal is as it was then.
  package func run(from first: CatalogueExercise?, style: () -> TextStyle) throws(Complaint)
    -> CatalogueExercise
  {
    let progress = store.read()
    let known = exercises.map { ($0, progress.status(of: $0, in: checkout)) }
    var session = WatchSession(exercises, known: Dictionary(uniqueKeysWithValues: known), from: first)
    let terminal = WholeTerminal()
    defer { terminal.close() }
    var files = SavedFiles(exercises, in: checkout)
    var action = WatchSession.Action.judge
    while true {
      try perform(action, &session, terminal, style)
      if action == .quit { return session.current }
      action = next(&session, &files, terminal, style)
    }
  }

  /// Waits for a key or a save.
  private func next(
    _ session: inout WatchSession, _ files: inout SavedFiles, _ terminal: WholeTerminal,
    _ style: () -> TextStyle
  ) -> WatchSession.Action {
    while true {
      if let key = terminal.key(within: Self.period) { return session.press(key) }
      let now = SavedFiles(exercises, in: checkout)
      let saved = now.saved(since: files)
      files = now.keeping(files)
      if !saved.isEmpty { return session.saved(saved) }
      if terminal.takeNeedsDrawing() { return .draw }
    }
  }

  private func perform(
    _ action: WatchSession.Action, _ session: inout WatchSession, _ terminal: WholeTerminal,
    _ style: () -> TextStyle
  ) throws(Complaint) {
    let shown = session
    func draw(_ session: WatchSession, _ activity: String? = nil) {
      terminal.draw(
        WatchPage(session, style: style(), rows: TerminalDevice.size?.rows ?? 24, activity: activity).lines)
    }
    do {
      switch action {
      case .quit: return
      case .draw: break
      case .judge: try judge(&session) { draw(shown, $0) }
      case .hint:
        let hint = try hints.next(session.current) { _ in draw(shown, "building ...") }
        session.show(lines(hint, session.current, style()))
      case .open:
        let editor = try Editor()
        terminal.close()
        defer { terminal.takeBack() }
        try editor.open(checkout.url(session.current.file), line: session.line ?? 1)
      case .solution:
        session.show(try SolutionText(session.current, in: checkout, style: style()).lines)
      case .reset:
        let outcome = try ExerciseReset(checkout).run(session.current)
        try judge(&session) { draw(shown, $0) }
        if case .done(let backup?) = outcome { session.show(["What you had is kept in", backup]) }
      }
    } catch {
      guard error.status != .interrupted else { throw error }
      session.show(Prose.wrap("\(error.message).", to: style().measure) + [""] + error.advice)
    }
    draw(session)
  }

  private func judge(_ session: inout WatchSession, _ draw: (String) -> Void) throws(Complaint) {
    let graded = try grader.grade([session.current]) { activity, elapsed in
      switch activity {
      case .building:
        draw(elapsed < .seconds(1) ? "building ..." : "building ... \(elapsed.components.seconds) s")
      case .waiting(_, let remark): draw(remark)
      case .judging: draw("judging ...")
      }
    }
    for result in graded { session.judged(result) }
  }

  private func lines(_ hint: Hints.Shown, _ exercise: CatalogueExercise, _ style: TextStyle) -> [String] {
    var lines = [Ink.bold.paint(hint.heading.prefix(1).uppercased() + hint.heading.dropFirst(), style)]
    lines += Prose.wrap(hint.text, to: style.measure)
    if hint.isLast {
      lines +=
        [""]
        + Prose.wrap(
          "That was the last one. 'lessons solution \(exercise.name) --anyway' shows a solution.",
          to: style.width)
    }
    return lines
  }
}
