import Console
import Workbook

/// A solution in the form that it would have in the learner's file.
///
/// In its own file it stands in a type, so that it can be compiled beside the learner's function of the same name.
struct ModelAnswer {
  /// The whole text.
  let text: String

  /// Puts a solution in the place of what the learner is to complete.
  ///
  /// - Parameters:
  ///   - stub: the file as it was cloned.
  ///   - solution: the file with the solution.
  init(stub: String, solution: String) {
    let head = Self.lines(stub).prefix { !Self.declares($0) }
    let lines = Self.lines(solution)
    let imports = head.filter { $0.hasPrefix("import ") }
    let more = lines.filter { $0.hasPrefix("import ") && !imports.contains($0) }
    var body: [String] = []
    var isInside = false
    for line in lines where !line.hasPrefix("import ") {
      if line.wholeMatch(of: /enum \w+Solution \{/) != nil {
        isInside = true
      } else if isInside, line == "}" {
        isInside = false
      } else if isInside {
        body.append(Self.atTopLevel(line))
      } else {
        body.append(line)
      }
    }
    while body.first?.isEmpty == true { body.removeFirst() }
    while body.last?.isEmpty == true { body.removeLast() }
    let importsEnd = head.lastIndex { $0.hasPrefix("import ") }.map { $0 + 1 } ?? 0
    text = (head[..<importsEnd] + more + head[importsEnd...] + body).joined(separator: "\n") + "\n"
  }

  private static func lines(_ text: String) -> [String] {
    text.lines.map(String.init)
  }

  /// A line from within the type, as it would stand outside.
  private static func atTopLevel(_ line: String) -> String {
    let bare = line.hasPrefix("  ") ? String(line.dropFirst(2)) : line
    for modifier in ["", "private "] where bare.hasPrefix("\(modifier)static func ") {
      return modifier + bare.dropFirst(modifier.count + "static ".count)
    }
    return bare
  }

  private static func declares(_ line: String) -> Bool {
    ["func ", "private func ", "struct ", "private struct ", "actor ", "final class ", "@", "///"]
      .contains(where: line.hasPrefix)
  }
}
