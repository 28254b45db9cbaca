package import EventLoop
import Figures
import Measurement
package import Report

/// A lesson as it is told: part by part, shown as it runs, and collected into a report.
package final class Story {
  /// How the clocks of the lesson go.
  package let time: EventLoop.Time
  /// The options that were typed, for those that a lesson has of its own.
  package let arguments: Arguments

  let entry: SyllabusEntry
  let screen: Screen
  let questions: Questions
  /// The options of the lesson's own that were turned, by name.
  var knobs: [String: String] = [:]
  private(set) var parts: [Report.Part] = []
  private(set) var claims: [ClaimRecord] = []

  /// How often a part is run at most where a claim fails in real time: noise only ever adds delay.
  static let attempts = 3

  init(
    _ entry: SyllabusEntry, time: EventLoop.Time, arguments: Arguments, screen: Screen, questions: Questions
  ) {
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
      let claims = Told.claims.map { $0.judged(by: evidence, isExact: isExact, lecture: entry.lecture) }
      judged.add(claims, telling.disturbance)
      let failed = claims.count { $0.verdict == .fails }
      if best.map({ failed < $0.failed }) ?? true { best = (telling, evidence, failed) }
      if judged.allHold || isExact { break }
    }
    if judged.attempts > 1 { screen.note(judged.remark) }
    screen.claims(judged.verdicts)
    let (telling, evidence, _) = best!
    telling.record.told += judged.verdicts.map { .claim($0.id) }
    parts.append(telling.record)
    claims += judged.verdicts
    return evidence
  }

  /// Adds the claims that no part has judged: none can vanish.
  func complete(_ all: [ClaimRecord]) {
    let judged = Set(claims.map(\.id))
    claims += all.filter { !judged.contains($0.id) }
  }

  /// Everything that was found out.
  var report: Report {
    Report(
      lesson: entry.id, time: isExact ? "virtual" : "real", machine: .current,
      command: ([entry.id] + CommandLine.arguments.dropFirst()).joined(separator: " "), knobs: knobs,
      parts: parts, claims: claims)
  }
}
