package import Console
package import EventLoop
import Measurement
import Processes
import Report

/// A lesson as it is told: part by part, shown as it runs, and collected into a report.
package final class Story {
  /// How the clocks of the lesson go.
  package let time: EventLoop.Time
  /// The options that were typed, for those that a lesson has of its own.
  package let arguments: Arguments

  let entry: SyllabusEntry
  let screen: Screen
  let questions: Questions
  /// How the reader calls the lesson: `swift run lessons run 1`, or the program itself.
  private let invocation: String
  /// The knobs that the reader has turned.
  package let knobs: Knobs
  /// The lesson's own options that were given and are no knobs, by name.
  var options: [String: String] = [:]
  private(set) var parts: [Report.Part] = []
  private(set) var claims: [ClaimRecord] = []

  /// How often a part is run at most where a claim fails in real time: noise only ever adds delay.
  static let attempts = 3

  init(
    _ entry: SyllabusEntry, time: EventLoop.Time, arguments: Arguments, knobs: Knobs = Knobs(),
    screen: Screen, questions: Questions, program: String = CommandLine.arguments[0]
  ) {
    // The launcher becomes this program under the name by which it was called itself; a whole path is nothing that one types.
    invocation = program.hasPrefix("/") ? entry.id : program
    self.knobs = knobs
    self.entry = entry
    self.time = time
    self.arguments = arguments
    self.screen = screen
    self.questions = questions
  }

  /// Whether time is virtual, so that what is measured is exact.
  package var isExact: Bool { time == .virtual }

  /// Tells one part of the lesson, and judges its claims.
  ///
  /// In real time a part whose claims do not all hold is told again, up to three times in all and without showing it; each
  /// claim is judged by the first attempt in which it held. One that fails each time while something else used the
  /// machine is `not measured`.
  ///
  /// - Returns: what the part found out, in the attempt in which the most claims held.
  @discardableResult
  package func tell<Told: StoryPart>(_ part: Told) throws -> Told.Evidence {
    screen.heading(Told.title)
    var judged = Judgement()
    var best: (telling: Telling, evidence: Told.Evidence, failed: Int)?
    for attempt in 1...Self.attempts {
      if attempt > 1 { screen.status("measuring again, \(attempt) of \(Self.attempts) …") }
      let telling = Telling(self, id: Told.id, title: Told.title, screen: attempt == 1 ? screen : .blank)
      let evidence = try part.tell(telling)
      let claims = verdicts(of: Told.self, by: evidence)
      judged.add(claims, telling.disturbance)
      let failed = claims.count { $0.verdict == .fails }
      if best.map({ failed < $0.failed }) ?? true { best = (telling, evidence, failed) }
      if judged.allHold || isExact { break }
    }
    if judged.attempts > 1 { screen.note(judged.remark) }
    let (telling, evidence, _) = best!
    parts.append(telling.record)
    add(judged.verdicts)
    if let whatIf = Told.whatIf {
      parts[parts.count - 1].whatIf = whatIf
      screen.whatIf(whatIf.question, "\(invocation) \(whatIf.options)")
    }
    return evidence
  }

  /// Judges the claims of a part that was not told, by evidence that was found out otherwise. With turned knobs only: it stands in for
  /// the part in the lecture's scenario.
  package func judge<Told: StoryPart>(_ part: Told.Type, by evidence: Told.Evidence) {
    add(verdicts(of: part, by: evidence))
  }

  private func verdicts<Told: StoryPart>(of part: Told.Type, by evidence: Told.Evidence) -> [ClaimRecord] {
    Told.claims.map {
      $0.judged(by: evidence, isExact: isExact, lecture: entry.lecture, turned: knobs.turned)
    }
  }

  /// Shows claims below the last part. With turned knobs, those that need the lecture's scenario would only be in the way.
  private func add(_ verdicts: [ClaimRecord]) {
    let shown = verdicts.filter { $0.because != ClaimRecord.needsLecturesScenario }
    screen.claims(shown)
    parts[parts.count - 1].told += shown.map { .claim($0.id) }
    claims += verdicts
  }

  /// Says something between the parts, which is not part of the report.
  package func remark(_ text: String) { screen.paragraph(text) }

  /// Says on a terminal what goes on, until something else is said or shown.
  package func progress(_ text: String) { screen.status(text) }

  /// Tells a part that needs a program which may turn out not to work here; then it says why, and the lesson goes on.
  package func tellIfAvailable(_ part: some StoryPart) throws {
    do { try tell(part) } catch let unavailable as Interpreter.Unavailable {
      screen.paragraph("This could not be measured here: \(unavailable).")
    }
  }

  /// Adds the claims that no part has judged: none can vanish. Those besides the lecture's list come last.
  func complete(_ all: [ClaimRecord]) {
    let judged = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    let added = claims.filter { claim in !all.contains { $0.id == claim.id } }
    claims =
      all.map { claim in
        var claim = judged[claim.id] ?? claim
        if judged[claim.id] == nil, !knobs.turned.isEmpty {
          claim.because = ClaimRecord.needsLecturesScenario
        }
        return claim
      } + added
  }

  /// Everything that was found out.
  var report: Report {
    Report(
      lesson: entry.id, time: isExact ? "virtual" : "real", machine: .current,
      command: ([entry.id] + CommandLine.arguments.dropFirst()).joined(separator: " "),
      knobs: options.merging(knobs.values) { $1 }, parts: parts, claims: claims)
  }
}
