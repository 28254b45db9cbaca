import Foundation
import Platform
import Processes
package import Report

/// The claims of one lesson or several, as their own programs report them.
package struct ClaimCollection: Sendable, Hashable, Codable {
  /// The version of the format.
  package var version = 1
  /// The claims in the order of lessons and their lectures, each with its lesson's id.
  package var claims: [ClaimRecord] = []

  package init(claims: [ClaimRecord] = []) {
    self.claims = claims
  }

  /// Runs a lesson and adds its claims.
  ///
  /// - Parameters:
  ///   - lesson: the lesson; its program is built first where that is needed.
  ///   - time: `real` or `virtual`; `nil` for what the lesson itself chooses.
  /// - Throws: a ``Report/Complaint`` if the program cannot be built or run, or if its report cannot be read.
  package mutating func run(
    _ lesson: CatalogueLesson, in checkout: Checkout, builtIn folder: BuildFolder, time: String?
  ) throws(Complaint) {
    let program = LessonProgram(lesson, in: checkout, builtIn: folder)
    try program.prepare()
    let progress = ProgressLine()
    defer { progress.clear() }
    let options = ["--json"] + (time.map { ["--time", $0] } ?? []) + program.reportOptions()
    let outcome = try program.run(options) { elapsed in
      progress.show("measuring \(lesson.entry.id)", elapsed: elapsed)
    }
    progress.clear()
    StandardOutput.writeError(outcome.errors)
    try add(outcome, of: lesson)
  }

  /// The claims as JSON.
  package var json: String { JSONText.of(self) }

  /// Adds the claims of a report; a lesson whose claim fails exits with 1, and its report is as good as any.
  mutating func add(_ outcome: ChildProcess.Outcome, of lesson: CatalogueLesson) throws(Complaint) {
    let id = lesson.entry.id
    let advice = ["'lessons run \(id)' shows what happens."]
    switch outcome.end {
    case .exited(0), .exited(1): break
    case .exited(let status):
      throw .unavailable("\(id) left with status \(status) and without a report", advice: advice)
    case .signalled(let signal):
      throw .unavailable(
        "\(id) was ended by signal \(signal) (\(String(cString: strsignal(signal))))", advice: advice)
    // The other ends are of limits that are not set here.
    case .timedOut, .flooded, .interrupted: throw .unavailable("\(id) took too long", advice: advice)
    }
    let report: Report
    do {
      report = try Report(json: outcome.output)
    } catch {
      let mend = if case .version = error { ["Build both again: 'swift build'."] } else { advice }
      throw .unavailable("the report of \(id) \(error)", advice: mend)
    }
    claims += report.claims.sorted { $0.at < $1.at }.map { claim in
      var claim = claim
      claim.lesson = id
      return claim
    }
  }
}
