package import Console
import Processes

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
  /// - Throws: a ``Console/Complaint`` if the program cannot be built or run, or if its report cannot be read.
  package mutating func run(
    _ lesson: CatalogueLesson, in checkout: Checkout, builtIn folder: BuildFolder, time: String?
  ) throws(Complaint) {
    add(
      try LessonRun(lesson, in: checkout, builtIn: folder).report(as: LastReport.self, time: time), of: lesson
    )
  }

  /// The claims as JSON.
  package var json: String { JSONText.of(self) }

  /// Adds the claims of what a lesson's process has left.
  mutating func add(_ outcome: ChildProcess.Outcome, of lesson: CatalogueLesson) throws(Complaint) {
    add(try LessonRun.report(as: LastReport.self, of: outcome, from: lesson.entry.id), of: lesson)
  }

  private mutating func add(_ report: LastReport, of lesson: CatalogueLesson) {
    claims += report.claims.sorted { $0.at < $1.at }.map { claim in
      var claim = claim
      claim.lesson = lesson.entry.id
      return claim
    }
  }
}
