import Foundation

/// What a lesson's README says, section by section. It has a fixed form, which a test checks.
struct LessonReadme: Sendable {
  struct Word: Sendable, Hashable {
    var term: String
    var meaning: String
  }

  /// The paragraph at the top: the question that the lesson answers.
  var question = ""
  /// What one can do after the lesson.
  var objectives: [String] = []
  /// What the files are about, by their path within the lesson's folder, in the order in which to read them.
  var files: [(path: String, about: String)] = []
  /// The words, in the order in which they are taught.
  var words: [Word] = []
  /// The times of the claims that an exercise practises, by the exercise's name.
  var practice: [String: [String]] = [:]
  var questions: [String] = []
  /// Their answers, in the same order.
  var answers: [String] = []
  /// What else there is, a heading each, with its lines.
  var more: [(heading: String, lines: [String])] = []

  init(_ text: String) {
    var heading: String?
    for line in text.split(whereSeparator: \.isNewline).map(String.init) {
      if line.hasPrefix("## ") {
        heading = String(line.dropFirst(3))
      } else if let heading {
        read(line, below: heading)
      } else if !line.hasPrefix("# ") {
        question += (question.isEmpty ? "" : " ") + line
      }
    }
  }

  private mutating func read(_ line: String, below heading: String) {
    let item = line.replacing(/^(?:- |\d+\. )/, with: "")
    switch heading {
    case "Objectives": objectives.append(item)
    case "Read in this order":
      if let match = item.firstMatch(of: /\[`?([^\]`]+)`?\]\(([^)]+)\)(?: — )?(.*)/) {
        files.append((path: String(match.2), about: String(match.3)))
      }
    case "Words":
      if let match = item.wholeMatch(of: /\*\*([^*]+)\*\* — (.+)/) {
        words.append(Word(term: String(match.1), meaning: String(match.2)))
      }
    case "Exercises":
      if let match = item.firstMatch(of: /\*\*([a-z0-9-]+)\*\*/) {
        practice[String(match.1)] = item.matches(of: /\d\d:\d\d/).map { String($0.output) }
      }
    case "Check yourself": questions.append(item)
    case "Answers": answers.append(item)
    default:
      if more.last?.heading != heading { more.append((heading, [])) }
      more[more.count - 1].lines.append(line)
    }
  }
}
