import Console

/// The paragraph that every exercise's file has below its imports: `// Exercise 1.2, two-calls: one request …`.
struct ExerciseHead: Sendable, Hashable {
  /// The exercise's place within its lesson, from 1.
  var position: Int
  /// Its name, for example `two-calls`.
  var name: String
  /// What is asked for, in a sentence.
  var question: String

  /// Finds the head in a file's text; `nil` where there is none.
  init?(_ text: String) {
    let lines = text.lines
    for (index, line) in lines.enumerated() {
      guard let match = line.wholeMatch(of: /\/\/ Exercise \d+\.(\d+), ([a-z0-9-]+): (.*)/),
        let position = Int(match.1)
      else { continue }
      self.position = position
      name = String(match.2)
      let more = lines[(index + 1)...].prefix { $0.hasPrefix("// ") }.map { $0.dropFirst(3) }
      question = ([match.3] + more).joined(separator: " ")
      return
    }
    return nil
  }
}
