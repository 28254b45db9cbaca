import Foundation
import Workbook

/// An error or a warning as the compiler prints it.
struct CompilerMessage: Sendable, Hashable {
  /// The file that it is about, below the root of the checkout where it lies there.
  var file: String
  /// The line in it, from 1.
  var line: Int
  /// Whether it is an error; a note belongs to the message before it.
  var isError: Bool
  /// All lines of it, the first with file, line and column.
  var lines: [String]

  /// The messages in what a build printed, each once: the compiler repeats those that two of its steps come across.
  ///
  /// Beside errors, warnings are left out. What is invisible in the learner's lines is written out.
  static func parse(_ output: String, root: URL) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    var isWithin = false
    // A file may have the line ends of Windows.
    let lines = output.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for given in lines {
      let line = short(given, root)
      if let match = line.wholeMatch(of: /(\S.*?):(\d+):(\d+): (error|warning|note): .*/) {
        isWithin = true
        if match.4 == "note", !messages.isEmpty {
          messages[messages.count - 1].lines.append(line)
        } else {
          messages.append(
            CompilerMessage(
              file: String(match.1), line: Int(match.2) ?? 0, isError: match.4 == "error", lines: [line]))
        }
      } else if isNoise(line) {
        isWithin = false
      } else if isWithin {
        messages[messages.count - 1].lines.append(line)
      }
    }
    for index in messages.indices {
      while messages[index].lines.last?.allSatisfy(\.isWhitespace) == true {
        messages[index].lines.removeLast()
      }
      messages[index].lines = CompilerExcerpt.shown(messages[index].lines)
    }
    var seen: Set<CompilerMessage> = []
    let once = messages.filter { seen.insert($0).inserted }
    let errors = once.filter(\.isError)
    return errors.isEmpty ? once : errors
  }

  /// The message as one text.
  var text: String { lines.joined(separator: "\n") }

  private static func isNoise(_ line: String) -> Bool {
    line.starts(with: #/\[\d+/\d+\] /#) || line.hasPrefix("error: ") || line.hasPrefix("Build")
  }

  private static func short(_ line: Substring, _ root: URL) -> String {
    let roots = Set([root.path, root.resolvingSymlinksInPath().path]).map { $0 + "/" }
    let found = roots.first(where: line.hasPrefix)
    return String(line.dropFirst(found?.count ?? 0))
  }
}
