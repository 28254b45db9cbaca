import Foundation
import Report

/// What the learner reads of an exercise that does not compile.
struct RejectedExercise {
  let says: String

  /// - Parameters:
  ///   - output: what the build printed.
  ///   - root: the checkout's root.
  /// - Throws: a ``Report/Complaint`` where the exercise is not the reason: its file is not the one to mend then.
  init(_ exercise: CatalogueExercise, _ output: String, root: URL) throws(Complaint) {
    let messages = CompilerMessage.parse(output, root: root)
    let own = messages.filter { $0.isError && exercise.owns($0.file) }
    let text = own.map(\.text).joined(separator: "\n")
    if own.contains(where: { $0.file == exercise.file }) {
      says = text
    } else if !own.isEmpty {
      says =
        text
        + "\nThe compiler names a file of the workbook's that calls your function. Its name and its signature have "
        + "to stay as they were; 'lessons reset \(exercise.name)' puts them back and keeps your file."
    } else if !messages.contains(where: \.isError), output.contains(exercise.file) {
      // The compiler itself gave up on the learner's file.
      says = BuildOutput.messages(output)
    } else {
      let lines = BuildOutput.messages(output).split(separator: "\n", omittingEmptySubsequences: false)
      throw .unavailable(
        FileManager.default.isWritableFile(atPath: root.path)
          ? "\(exercise.name) cannot be built, and your file is not the reason"
          : "\(exercise.name) has to be built to be checked, and the checkout is read-only",
        advice: FileManager.default.isWritableFile(atPath: root.path)
          ? lines.map(String.init) : ["Copy the checkout to where you may write, and check it there."])
    }
  }
}
