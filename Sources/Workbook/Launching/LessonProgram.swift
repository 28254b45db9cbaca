package import Console
import Foundation
import Platform
import Processes

/// A lesson's program: built where that is needed, and run.
package struct LessonProgram {
  private let lesson: CatalogueLesson
  private let checkout: Checkout
  private let program: ProgramOnDemand
  private var freshness: Freshness { program.freshness }

  /// Names the program of a lesson.
  package init(_ lesson: CatalogueLesson, in checkout: Checkout, builtIn folder: BuildFolder) {
    self.lesson = lesson
    self.checkout = checkout
    let freshness = Freshness(
      of: lesson.entry.id, from: [lesson.folder],
      except: ["\(lesson.folder)/Exercises", "\(lesson.folder)/Grading"], in: checkout, builtIn: folder)
    program = ProgramOnDemand(
      lesson.entry.id, freshness, doing: "building \(lesson.entry.id)", in: checkout, builtIn: folder)
  }

  /// Builds the program if it is not up to date; see ``ProgramOnDemand/prepare()``.
  ///
  /// - Throws: a ``Console/Complaint`` where there is no program to run in the end.
  package func prepare() throws(Complaint) { try program.prepare() }

  /// What the program has to be told so that its report is there to be read later: see ``LastReport``.
  ///
  /// Nothing where the reader's own options ask for something else than the story, where no file can be written, or where
  /// the program is older than its sources and may not know the option.
  package func reportOptions(besides words: [String] = []) -> [String] {
    let others = ["--json", "--report", "--help", "-h", "--exercises", "--grade"]
    let file = LastReport.file(of: lesson.entry, in: checkout)
    let folder = file.deletingLastPathComponent()
    guard !words.contains(where: { word in others.contains { word == $0 || word.hasPrefix("\($0)=") } }),
      freshness.isFresh,
      (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
      FileManager.default.isWritableFile(atPath: folder.path)
    else { return [] }
    return ["--report", file.path]
  }

  /// What the program has to be told so that it keeps what the reader answers, and asks what is new: nothing where ``reportOptions(besides:)``
  /// has nothing either.
  package func answerOptions(besides words: [String]) -> [String] {
    reportOptions(besides: words).isEmpty || words.contains { $0.hasPrefix("--answers") }
      ? [] : ["--answers", LastReport.answers(of: lesson.entry, in: checkout).path]
  }

  /// Becomes the program: from here on it has the terminal and all signals.
  ///
  /// - Parameter name: how the reader has called it; the program shows it in front of what there is to try next.
  /// - Throws: a ``Console/Complaint`` if that fails; otherwise it does not return.
  package func become(_ options: [String], calledAs name: String) throws(Complaint) -> Never {
    try program.become(options, calledAs: name)
  }

  /// Runs the program to its end, and returns what it printed.
  func run(_ options: [String], watch: (Duration) -> Void) throws(Complaint) -> ChildProcess.Outcome {
    let program = Program(freshness.binary.path, options)
    switch try program.runUnlessInterrupted(watch: { elapsed, _ in watch(elapsed) }) {
    case .success(let outcome): return outcome
    case .failure(let error):
      throw .unavailable(
        "\(freshness.binary.path) does not start: \(error)", advice: ["Delete the file, and try again."])
    }
  }
}
