import Foundation
import Platform
import Processes
package import Report

/// A lesson's program: built where that is needed, and run.
package struct LessonProgram {
  private let lesson: CatalogueLesson
  private let checkout: Checkout
  private let folder: BuildFolder
  private let build: ProductBuild
  private var freshness: Freshness { build.freshness }

  /// Names the program of a lesson.
  package init(_ lesson: CatalogueLesson, in checkout: Checkout, builtIn folder: BuildFolder) {
    self.lesson = lesson
    self.checkout = checkout
    self.folder = folder
    let freshness = Freshness(
      of: lesson.entry.id, from: [lesson.folder],
      except: ["\(lesson.folder)/Exercises", "\(lesson.folder)/Grading"], in: checkout, builtIn: folder)
    build = ProductBuild(lesson.entry.id, freshness, in: checkout, builtIn: folder)
  }

  /// Builds the program if it is not up to date.
  ///
  /// What the reader has to know is written to standard error: that it takes time (on a terminal), what the compiler has
  /// to say, or that an old program has to do.
  ///
  /// - Throws: a ``Report/Complaint`` where there is no program to run in the end.
  package func prepare() throws(Complaint) {
    let plan = try LaunchPlan(
      LaunchPlan.Situation(
        lesson: lesson.entry.id, isBuilt: freshness.isBuilt, isFresh: freshness.isFresh,
        hasSwift: build.swift != nil, canWrite: canWrite))
    switch plan {
    case .run(let warning):
      if let warning { StandardOutput.writeError("lessons: \(warning)\n") }
    case .build:
      try buildWithProgress()
    }
  }

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
  /// - Throws: a ``Report/Complaint`` if that fails; otherwise it does not return.
  package func become(_ options: [String], calledAs name: String) throws(Complaint) -> Never {
    do {
      try SystemProcess.become(freshness.binary.path, [name] + options)
    } catch {
      throw .unavailable(
        "\(freshness.binary.path) does not start: \(error)",
        advice: ["Delete the file, and run the lesson again."])
    }
  }

  /// Runs the program to its end, and returns what it printed.
  func run(_ options: [String], watch: (Duration) -> Void) throws(Complaint) -> ChildProcess.Outcome {
    let program = Program(freshness.binary.path, options)
    guard let outcome = try program.runUnlessInterrupted(watch: { elapsed, _ in watch(elapsed) }) else {
      throw .unavailable(
        "\(freshness.binary.path) does not start", advice: ["Delete the file, and try again."])
    }
    return outcome
  }

  private var canWrite: Bool {
    let usual = checkout.url(".build")
    for place in [folder.products, folder.scratch ?? usual]
    where FileManager.default.fileExists(atPath: place.path) {
      return FileManager.default.isWritableFile(atPath: place.path)
    }
    return folder.scratch != nil || checkout.isWritable
  }

  private func buildWithProgress() throws(Complaint) {
    let progress = ProgressLine()
    defer { progress.clear() }
    let outcome = try build.run { elapsed, remark in
      progress.show("building \(lesson.entry.id)", remark, elapsed: elapsed)
    }
    guard case .rejected(let output) = outcome else { return }
    progress.clear()
    let messages = BuildOutput.messages(output)
    StandardOutput.writeError(messages.isEmpty ? "" : messages + "\n\n")
    throw .unavailable(
      "\(lesson.entry.id) does not build", advice: ["Mend what the compiler names above, and run it again."])
  }
}
