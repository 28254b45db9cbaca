import Foundation
import Platform

/// The reader's program for texts that are longer than the terminal.
package enum Pager {
  /// Becomes the pager, if one is wanted, and shows a text with it; returns if none is wanted or none starts.
  ///
  /// As with git, `PAGER` names the program, `less` is used if it names none, and `cat` or an empty value does without.
  /// If the shell does not find it, the text is shown as it is.
  package static func show(_ text: String) {
    let environment = ProcessInfo.processInfo.environment
    let command = environment["PAGER"] ?? "less -R"
    guard !["", "cat"].contains(command) else { return }
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    // The shell waits for the pager also if a key interrupts both.
    let script = "trap : INT; \(command); test $? -ne 127 || exec cat"
    try? SystemProcess.become("/bin/sh", ["sh", "-c", script], reading: text)
  }
}
