/// One question to a candidate that only calculates: what is right, and what known mistakes come to.
public struct FormulaTrial {
  /// The question in words, for example `half of the program, over 2 cores`.
  public var question: String
  /// Asks the candidate.
  public var answer: () throws -> Double
  /// What is right.
  public var expected: Double
  /// What each mistake would answer, by its name.
  public var mistaken: [String: Double]

  /// Sets a question.
  ///
  /// - Parameters:
  ///   - question: the question in words, for example `half of the program, over 2 cores`.
  ///   - answer: asks the candidate.
  ///   - expected: what is right.
  ///   - mistaken: what each mistake would answer, by its name.
  public init(
    question: String, answer: @escaping () throws -> Double, expected: Double, mistaken: [String: Double]
  ) {
    self.question = question
    self.answer = answer
    self.expected = expected
    self.mistaken = mistaken
  }

  /// Judges a candidate by all questions: it makes a mistake if that explains every one of its answers.
  public static func judge(_ trials: [FormulaTrial]) -> Finding {
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
      "For \(trials[wrong].question) you returned \(text(answers[wrong])), and it is \(text(trials[wrong].expected))."
    let name = Set(trials.flatMap(\.mistaken.keys)).sorted().first { name in
      zip(trials, answers).allSatisfy { trial, answer in
        trial.mistaken[name].map { equal($0, answer) } ?? false
      }
    }
    return Finding(name.map { .mistake($0, detail: detail) } ?? .different(detail))
  }

  /// Whether two numbers are the same but for rounding: sums and products in another order.
  private static func equal(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-6 * max(1, abs(other))
  }

  /// As many decimals as tell two numbers apart that are not equal.
  private static func text(_ value: Double) -> String {
    value.isFinite && abs(value) < 1e9 ? "\((value * 1e6).rounded() / 1e6)" : "\(value)"
  }
}
