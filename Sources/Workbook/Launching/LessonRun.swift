package import Console
import Foundation
import Platform
import Processes

/// A run of a lesson for its report alone.
package struct LessonRun {
  private let lesson: CatalogueLesson
  private let program: LessonProgram

  package init(_ lesson: CatalogueLesson, in checkout: Checkout, builtIn folder: BuildFolder) {
    self.lesson = lesson
    program = LessonProgram(lesson, in: checkout, builtIn: folder)
  }

  /// Runs the lesson, built anew if need be, and says meanwhile on a terminal what takes so long.
  ///
  /// - Parameters:
  ///   - part: what is read of the report.
  ///   - time: `real` or `virtual`; `nil` for what the lesson itself chooses.
  ///   - remark: what stands behind the lesson's name meanwhile.
  /// - Throws: a ``Console/Complaint`` if the program cannot be built or run, or if its report cannot be read.
  package func report<Part: Decodable>(
    as part: Part.Type, time: String?, remark: String = ""
  ) throws(Complaint) -> Part {
    try program.prepare()
    let progress = ProgressLine()
    defer { progress.clear() }
    let options = ["--json"] + (time.map { ["--time", $0] } ?? []) + program.reportOptions()
    let outcome = try program.run(options) { elapsed in
      progress.show("measuring \(lesson.entry.id)\(remark)", elapsed: elapsed)
    }
    progress.clear()
    StandardOutput.writeError(outcome.errors)
    return try Self.report(as: part, of: outcome, from: lesson.entry.id)
  }

  /// What a lesson's process has left; one whose claim fails exits with 1, and its report is as good as any.
  static func report<Part: Decodable>(
    as part: Part.Type, of outcome: ChildProcess.Outcome, from id: String
  ) throws(Complaint) -> Part {
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
    do {
      return try ReportJSON.read(part, from: outcome.output)
    } catch {
      let mend = if case .version = error { ["Build both again: 'swift build'."] } else { advice }
      throw .unavailable("the report of \(id) \(error)", advice: mend)
    }
  }
}
