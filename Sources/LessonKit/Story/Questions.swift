import Figures

/// Asks the reader for a guess before something is shown (`--predict`), and compares afterwards.
///
/// A question is asked once: a part that is run again, because the machine was busy, keeps the answer.
final class Questions {
  let isAsking: Bool
  let screen: Screen
  /// Whether the reader's typing, and so the end of its line, shows on the screen by itself.
  let isEchoed: Bool
  /// Reads what the reader types; `nil` at the end of the input.
  private let read: () -> String?
  private var answers: [String: Double?] = [:]

  init(isAsking: Bool, screen: Screen, isEchoed: Bool, read: @escaping () -> String?) {
    self.isAsking = isAsking
    self.screen = screen
    self.isEchoed = isEchoed
    self.read = read
  }

  /// Asks for a number within a range. `nil` if nobody was asked or nobody answers.
  func number(_ question: String, unit: String, in range: ClosedRange<Double>) -> Double? {
    guard isAsking else { return nil }
    if let known = answers[question] { return known }
    let answer = ask(question, unit: unit, in: range)
    answers[question] = .some(answer)
    return answer
  }

  private func ask(_ question: String, unit: String, in range: ClosedRange<Double>) -> Double? {
    screen.paragraph(question)
    while true {
      screen.prompt("  your guess\(unit.isEmpty ? "" : " (\(unit))"): ")
      guard let line = read() else {
        screen.lines([""])
        screen.note("No answer; the lesson goes on without.")
        return nil
      }
      screen.lines(isEchoed ? [""] : [line, ""])
      let text = line.filter { !$0.isWhitespace }.replacing(",", with: ".")
      if text.isEmpty { return nil }
      let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
      if let number = Double(digits), range.contains(number) { return number }
      let least = NumberText.short(range.lowerBound)
      screen.note(
        "A number from \(least) to \(NumberText.short(range.upperBound)), please; an empty line skips.")
    }
  }
}
