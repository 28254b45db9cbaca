/// One question to a candidate that only calculates.
package struct FormulaQuestion<Function: Sendable> {
  fileprivate let text: String
  fileprivate let ask: (Function) throws -> Double

  /// - Parameters:
  ///   - text: the question in words, for example `half of the program, over 2 cores`.
  ///   - ask: asks a candidate.
  package init(_ text: String, ask: @escaping (Function) throws -> Double) {
    self.text = text
    self.ask = ask
  }
}

extension Exercise {
  /// Judges a candidate by all questions: it makes a mistake if that explains every one of its answers.
  package static func judge(_ candidate: Function, by questions: [FormulaQuestion<Function>]) -> Finding {
    var answers: [Double] = []
    for question in questions {
      do { answers.append(try question.ask(candidate)) } catch is ToDo { return Finding(.toDo) } catch {
        return Finding(.different("There is nothing wrong with \(question.text), yet you threw \(error)."))
      }
    }
    func agrees(_ function: Function) -> [Bool] {
      zip(questions, answers).map { question, answer in
        (try? question.ask(function)).map { answer.isEqualButForRounding(to: $0) } ?? false
      }
    }
    guard let wrong = agrees(solution).firstIndex(of: false) else { return .passed() }
    let right = (try? questions[wrong].ask(solution)) ?? .nan
    let detail =
      "For \(questions[wrong].text) you returned \(answers[wrong].inWords); right is \(right.inWords)."
    let mistake = mistakes.first { agrees($0.function).allSatisfy(\.self) }
    return Finding(mistake.map { .mistake($0.name, detail: detail) } ?? .different(detail))
  }
}

extension Double {
  /// Whether two numbers differ by rounding at most: sums and products in another order.
  fileprivate func isEqualButForRounding(to other: Double) -> Bool {
    self == other || abs(self - other) <= 1e-6 * max(1, abs(other))
  }

  /// As many decimals as tell two numbers apart that are not equal.
  fileprivate var inWords: String {
    guard isFinite, abs(self) < 1e9 else { return "\(self)" }
    return self == rounded() ? "\(Int(self))" : "\((self * 1e6).rounded() / 1e6)"
  }
}
