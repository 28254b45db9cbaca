import Console
import Foundation
import Platform
import Workbook

/// The reader's own editor: what `$VISUAL` says, or else `$EDITOR`.
struct Editor: Sendable, Hashable {
  /// The command as the shell takes it, for example `code --wait`.
  private let command: String

  /// - Throws: a ``Console/Complaint`` where neither is set.
  init(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws(Complaint) {
    let set = ["VISUAL", "EDITOR"].compactMap { environment[$0]?.trimmed }.first { !$0.isEmpty }
    guard let set else {
      throw .unavailable(
        "no editor is set",
        advice: ["Say which one is yours, for example: export EDITOR=nano, or export VISUAL='code --wait'."])
    }
    command = set
  }

  /// Opens a file at a line, and holds the calling thread until the editor's command has ended.
  ///
  /// - Throws: a ``Console/Complaint`` where it cannot be started.
  func open(_ file: URL, line: Int) throws(Complaint) {
    let end: SystemProcess.End
    do {
      end = try SystemProcess.runInForeground(
        "/bin/sh", ["sh", "-c", "\(command) \"$@\"", "editor"] + words(file.path, line))
    } catch {
      throw .unavailable("the editor does not start: \(error)")
    }
    // The shell's statuses for what is not there or cannot be run.
    guard end == .exited(126) || end == .exited(127) else { return }
    throw .unavailable(
      "the editor '\(command)' does not start",
      advice: ["VISUAL or EDITOR names it; set it to one that is there."])
  }

  /// What the editor is given for a file at a line, as far as it is known how it is told.
  func words(_ file: String, _ line: Int) -> [String] {
    switch name {
    case "vi", "vim", "nvim", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe",
      "jed", "mg",
      "ne", "gedit", "bbedit", "mcedit":
      ["+\(line)", file]
    case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf": ["--goto", "\(file):\(line)"]
    case "subl", "zed", "hx", "helix": ["\(file):\(line)"]
    case "kate", "kwrite", "mate", "xed": ["-l", "\(line)", file]
    case "idea", "clion", "fleet": ["--line", "\(line)", file]
    default: [file]
    }
  }

  /// The program's name: the first word's last part.
  private var name: String {
    let quote = command.first.flatMap { "\"'".contains($0) ? $0 : nil }
    let word = quote.map { mark in command.dropFirst().prefix { $0 != mark } } ?? command.prefix { $0 != " " }
    return String(word.split(separator: "/").last ?? "")
  }
}
