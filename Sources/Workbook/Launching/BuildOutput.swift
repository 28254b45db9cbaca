import Console

/// What the package manager prints about a build, without what says nothing to a learner.
package enum BuildOutput {
  /// The compiler's messages as they are, each once: it repeats those that two of its steps come across.
  ///
  /// Where nothing is left of a text, its last lines are returned, so that a failure is never silent.
  package static func messages(_ output: String) -> String {
    let lines = output.lines.map(String.init)
    var messages: [[String]] = []
    for line in lines where !isNoise(line) {
      if isStart(line) || messages.isEmpty { messages.append([]) }
      messages[messages.count - 1].append(line)
    }
    var seen: Set<[String]> = []
    let once = messages.map(trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
    guard once.isEmpty else { return once.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") }
    return trimmed(lines).suffix(10).joined(separator: "\n")
  }

  /// The other build that this one waits for, as far as its last words tell.
  static func otherBuild(_ output: String) -> String? {
    guard let match = output.firstMatch(of: /Another instance of SwiftPM(?: \(PID: (\d+)\))?/) else {
      return nil
    }
    return "another 'swift build'" + (match.1.map { " (process \($0))" } ?? "")
  }

  private static func isNoise(_ line: String) -> Bool {
    line.starts(with: #/\[\d+/\d+\] /#)
      || ["Building for", "Build of product", "Another instance of SwiftPM"].contains(where: line.hasPrefix)
      || line.hasSuffix("(use -v to see invocation)") || line == "error: fatalError"
  }

  private static func isStart(_ line: String) -> Bool {
    line.starts(with: #/(\S.*:\d+:\d+: )?(error|warning): /#)
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    while lines.first?.trimmed.isEmpty == true { lines.removeFirst() }
    return Array(lines)
  }
}
