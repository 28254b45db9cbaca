import Foundation
import Processes
import Report

/// Builds a lesson for judging its exercises, where that is needed.
///
/// Other than ``LessonProgram`` it keeps what the compiler says, and never takes an older program for the newest: that
/// would judge what the learner had before.
struct LessonBuild {
  /// What came of it.
  enum Outcome: Sendable, Hashable {
    /// The program is up to date.
    case ready
    /// The compiler rejects it, with these messages, or, where they name no file, with this text.
    case rejected([CompilerMessage], text: String)
  }

  let lesson: SyllabusEntry
  let checkout: Checkout
  let folder: BuildFolder
  /// The package manager's file, or `nil` where there is none on the path.
  var swift = Programs.find("swift")

  private var freshness: Freshness {
    Freshness(of: CatalogueLesson(lesson, in: checkout), in: checkout, builtIn: folder)
  }

  /// The lesson's program.
  var executable: URL { freshness.binary }

  /// Whether there is a program, up to date or not.
  var isBuilt: Bool { freshness.isBuilt }

  /// Builds the program unless it is up to date.
  ///
  /// - Parameter watch: called about ten times a second while it builds, with the time since it began.
  /// - Throws: a ``LessonKit/Complaint`` where nothing can be built, or an interruption.
  func run(watch: (Duration) -> Void) throws(Complaint) -> Outcome {
    // An edit that was made while the compiler ran may have come too late for it, or have made it give up.
    for attempt in 1...3 where !freshness.isFresh {
      let newest = freshness.newestSource
      let outcome = try build(watch)
      if let outcome, outcome.isSuccess {
        freshness.setStamp(newest)
      } else if attempt == 3 || freshness.newestSource == newest {
        return try rejected((outcome?.output ?? "") + (outcome?.errors ?? ""))
      }
    }
    return .ready
  }

  private func build(_ watch: (Duration) -> Void) throws(Complaint) -> ChildProcess.Outcome? {
    guard let swift else {
      throw .unavailable(
        "\(lesson.id) has to be built to be checked, and there is no 'swift' on the path",
        advice: [
          "Install Swift 6.2 or later from https://swift.org/install.",
          "'lessons doctor' tells what else is missing.",
        ])
    }
    let command = ["build", "--package-path", checkout.root.path, "--product", lesson.id] + folder.options
    return try Program(swift, command).runUnlessInterrupted { elapsed, _ in
      watch(elapsed)
    }
  }

  private func rejected(_ output: String) throws(Complaint) -> Outcome {
    let messages = CompilerMessage.parse(output, root: checkout.root)
    if !messages.contains(where: \.isError), access(checkout.root.path, W_OK) != 0 {
      throw .unavailable(
        "\(lesson.id) has to be built to be checked, and the checkout is read-only",
        advice: ["Copy the checkout to where you may write, and check it there."])
    }
    return .rejected(messages, text: BuildOutput.messages(output))
  }
}
