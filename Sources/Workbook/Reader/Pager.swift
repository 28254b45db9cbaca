import Foundation
import Processes

/// The reader's program for texts that are longer than the terminal.
package enum Pager {
  /// Becomes the pager, if one is wanted, and shows a text with it; returns if none is wanted or none starts.
  ///
  /// As with git, `PAGER` names the program, `less` is used if it names none, and `cat` or an empty value does without.
  /// If the shell does not find it, the text is shown as it is.
  package static func show(_ text: String) {
    let environment = ProcessInfo.processInfo.environment
    let command = environment["PAGER"] ?? "less -R"
    guard !["", "cat"].contains(command), let file = tmpfile() else { return }
    // From a file without a name, since a pager that is left early would close a pipe under the writer.
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { return }
    rewind(file)
    let input = dup(STDIN_FILENO)
    guard dup2(fileno(file), STDIN_FILENO) >= 0 else { return }
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    // The shell waits for the pager also if a key interrupts both.
    let script = "trap : INT; \(command); test $? -ne 127 || exec cat"
    let words = CStrings(["sh", "-c", script])
    execv("/bin/sh", words.pointers)
    words.free()
    dup2(input, STDIN_FILENO)
  }
}
