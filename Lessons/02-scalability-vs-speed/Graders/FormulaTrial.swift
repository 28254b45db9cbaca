import LessonKit

/// One question to a candidate that only calculates: what is right, and what known mistakes come to.
struct FormulaTrial {
  /// The question in words.
  var question: String
  var answer: () throws -> Double
  var expected: Double
  /// What each mistake would answer, by its name.
  var mistaken: [String: Double]

  /// Judges a candidate by all questions: it makes a mistake if that explains every one of its answers.
  static func judge(_ trials: [FormulaTrial]) -> Finding {
    var answers: [Double] = []
    for trial in trials {
      do { answers.append(try trial.answer()) } catch is ToDo { return Finding(.toDo) } catch {
        return Finding(.different("Nothing is wrong with \(trial.question), and you threw \(error)."))
      }
    }
    guard let wrong = trials.indices.first(where: { !equal(answers[$0], trials[$0].expected) }) else {
      return .passed()
    }
    let detail =
      "For \(trials[wrong].question) you returned \(answers[wrong]), and it is \(trials[wrong].expected)."
    let name = Set(trials.flatMap(\.mistaken.keys)).sorted().first { name in
      zip(trials, answers).allSatisfy { trial, answer in
        trial.mistaken[name].map { equal($0, answer) } ?? false
      }
    }
    return Finding(name.map { .mistake($0, detail: detail) } ?? .different(detail))
  }

  private static func equal(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-9 * max(1, abs(other))
  }
}
