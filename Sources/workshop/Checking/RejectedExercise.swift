import Console
import Foundation
import Workbook

/// What the learner reads of an exercise that does not compile.
struct RejectedExercise {
  let says: String

  /// - Parameters:
  ///   - output: what the build printed.
  ///   - root: the checkout's root.
  /// - Throws: a ``Console/Complaint`` where the exercise is not the reason: its file is not the one to mend then.
  init(_ exercise: CatalogueExercise, _ output: String, root: URL) throws(Complaint) {
    let messages = CompilerMessage.parse(output, root: root)
    let errors = messages.filter(\.isError)
    // What the workbook's files make of a broken one of the learner's says nothing new.
    let own = errors.filter { $0.file == exercise.file }
    let calling = errors.filter { exercise.owns($0.file) }
    if !own.isEmpty {
      says = Self.told(own)
    } else if !calling.isEmpty {
      says =
        Self.told(calling)
        + "\nThis is where the workbook calls your function: its name and its signature have to stay as they were. "
        + "'lessons reset \(exercise.name)' puts them back, and keeps your file."
    } else if errors.isEmpty, output.contains(exercise.file) {
      // The compiler itself gave up on the learner's file.
      says = PlainText.visible(BuildOutput.messages(output))
    } else {
      let lines = BuildOutput.messages(output).lines
      throw .unavailable(
        FileManager.default.isWritableFile(atPath: root.path)
          ? "\(exercise.name) cannot be built, and your file is not the reason"
          : "\(exercise.name) has to be built to be checked, and the checkout is read-only",
        advice: FileManager.default.isWritableFile(atPath: root.path)
          ? lines.map(String.init) : ["Copy the checkout to where you may write, and check it there."])
    }
  }

  /// How many errors are shown: a learner mends one after another.
  private static let shown = 3

  /// The first errors, each kind with what to do about it where it comes first, and how many there are more.
  private static func told(_ errors: [CompilerMessage]) -> String {
    var given: Set<CompilerAdvice> = []
    var texts = errors.prefix(shown).map { error in
      let advice = CompilerAdvice.on(error.lines[0]).flatMap { given.insert($0).inserted ? $0.says : nil }
      return error.text + (advice.map { "\n\n\($0)" } ?? "")
    }
    let more = errors.count - texts.count
    if more > 0 {
      texts.append(
        "There \(more == 1 ? "is 1 more error" : "are \(more) more errors"). Mend the first ones and save: often the others go with "
          + "them.")
    }
    return texts.joined(separator: given.isEmpty && more <= 0 ? "\n" : "\n\n")
  }
}
