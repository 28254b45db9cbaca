import Console
import Foundation
import Platform
import Workbook

/// Judges exercises at every save, on a screen of its own, until the reader quits.
struct Watch {
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
  init(
    _ exercises: [CatalogueExercise], in checkout: Checkout, grader: ExerciseGrader, hints: Hints,
    store: ProgressStore
  ) {
    self.exercises = exercises
    self.checkout = checkout
    self.grader = grader
    self.hints = hints
    self.store = store
  }

  /// Watches until the reader quits.
  ///
  /// - Parameters:
  ///   - first: the exercise to begin with; `nil` for the first that is not passed.
  ///   - style: asked before every drawing, as a terminal changes its width.
  /// - Returns: the exercise that was watched last.
  /// - Throws: a ``Console/Complaint`` where nothing can be judged, or an interruption; the terminal is as it was then.
  func run(from first: CatalogueExercise?, style: () -> TextStyle) throws(Complaint)
    -> CatalogueExercise
  {
    let progress = store.read()
    let known = exercises.map { ($0, progress.status(of: $0, in: checkout)) }
    var session = WatchSession(exercises, known: Dictionary(uniqueKeysWithValues: known), from: first)
    let terminal = WholeTerminal()
    defer { terminal.close() }
    var seen = Seen(files: SavedFiles(exercises, in: checkout))
    var action = WatchSession.Action.judge
    while true {
      let goesOn = try perform(action, &session, &seen, terminal, style)
      if action == .quit || !goesOn { return session.current }
      // An Enter that was typed before the answer to the key was there only confirms that key.
      seen.keys = Array(seen.keys.drop { $0.isNewline })
      action = next(&session, &seen, terminal)
    }
  }

  /// What the reader has typed and saved, as far as it is known.
  private struct Seen {
    /// How the files stood when they were last looked at.
    var files: SavedFiles
    /// The keys that nothing was made of yet.
    var keys: [Character] = []
    /// How often the current exercise's file was looked for and not there.
    var misses = 0

    /// Reads what was typed, and tells whether the reader wants to quit.
    mutating func hearsQuit(_ terminal: WholeTerminal) -> Bool {
      keys += terminal.keys(within: .zero)
      return keys.contains(where: WatchSession.isQuit)
    }
  }

  /// From how many looks on a file is gone, and not only about to be replaced by an editor.
  private static let mostMisses = 5

  /// Waits for a key or a save.
  private func next(
    _ session: inout WatchSession, _ seen: inout Seen, _ terminal: WholeTerminal
  ) -> WatchSession.Action {
    while true {
      if seen.keys.isEmpty { seen.keys = terminal.keys(within: Self.period) }
      if !seen.keys.isEmpty { return session.press(seen.keys.removeFirst()) }
      let now = SavedFiles(exercises, in: checkout)
      let saved = now.saved(since: seen.files)
      seen.files = now.keeping(seen.files)
      let wasGone = seen.misses >= Self.mostMisses
      seen.misses = now.has(session.current) ? 0 : seen.misses + 1
      if !saved.isEmpty { return session.saved(saved) }
      if wasGone, seen.misses == 0 { return session.saved([session.current]) }
      if seen.misses == Self.mostMisses {
        session.fileIsGone()
        return .draw
      }
      if terminal.takeNeedsDrawing() { return .draw }
    }
  }

  /// Does what is to be done, and draws; false if the reader has quit meanwhile.
  private func perform(
    _ action: WatchSession.Action, _ session: inout WatchSession, _ seen: inout Seen,
    _ terminal: WholeTerminal,
    _ style: () -> TextStyle
  ) throws(Complaint) -> Bool {
    let shown = session
    var keysSeen = seen
    defer { seen = keysSeen }
    var isQuit = false
    func busy(_ activity: String) {
      draw(shown, activity)
      if keysSeen.hearsQuit(terminal) {
        isQuit = true
        Interruption.note()
      }
    }
    func draw(_ session: WatchSession, _ activity: String? = nil) {
      terminal.draw(
        WatchPage(session, style: style(), rows: TerminalDevice.size?.rows ?? 24, activity: activity).lines)
    }
    do {
      switch action {
      case .quit: return false
      case .draw: break
      case .judge: try judge(&session) { busy($0) }
      case .hint:
        let hint = try hints.next(session.current) { _ in busy("building ...") }
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
        try judge(&session) { busy($0) }
        if case .done(let backup?) = outcome { session.show(["What you had is kept in", backup]) }
      }
    } catch {
      if isQuit {
        Interruption.forget()
        return false
      }
      guard error.status != .interrupted else { throw error }
      session.show(Prose.wrap("\(error.message).", to: style().measure) + [""] + error.advice)
    }
    draw(session)
    return true
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
