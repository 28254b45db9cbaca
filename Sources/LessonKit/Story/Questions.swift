import Console
import Foundation
import Report

/// Puts a lesson's questions to the reader: first for a guess, and after the picture for the reason.
///
/// A question is asked once: a part that is run again, because the machine was busy, keeps the answer.
final class Questions {
  /// Which questions are asked.
  enum Asking {
    case none
    /// Those that the reader has never been asked: what the first run of a lesson does.
    case new
    case all
  }

  let screen: Screen
  private var asking: Asking
  /// Whether the reader's typing, and so the end of its line, shows on the screen by itself.
  private let isEchoed: Bool
  /// Reads what the reader types; `nil` at the end of the input.
  private let read: () -> String?
  /// What was answered in earlier runs and in this one.
  private(set) var answers: Answers
  private let keep: (Answers) -> Void
  /// The guesses of this run; a question that was skipped has none.
  private var guesses: [String: Double?] = [:]
  private var explained: Set<String> = []

  /// - Parameters:
  ///   - answers: what was answered in earlier runs.
  ///   - keep: is given all answers, each time there is a new one.
  init(
    _ asking: Asking, screen: Screen, isEchoed: Bool, answers: Answers = Answers(questions: 0),
    keep: @escaping (Answers) -> Void = { _ in }, read: @escaping () -> String?
  ) {
    (self.asking, self.screen, self.isEchoed) = (asking, screen, isEchoed)
    (self.answers, self.keep, self.read) = (answers, keep, read)
  }

  /// No questions are asked.
  static var none: Questions { Questions(.none, screen: .blank, isEchoed: false) { nil } }

  /// Asks for a guess. `nil` if the reader was not asked or has skipped the question.
  func guess(_ question: Question) -> Double? {
    if let known = guesses[question.id] { return known }
    switch asking {
    case .none: return nil
    case .new where answers.answers[question.id] != nil: return nil
    case .new, .all: break
    }
    if guesses.isEmpty {
      screen.note("Guess before you look. Enter alone skips a question; q skips all of them.")
    }
    screen.paragraph(question.text)
    let unit = question.unit.isEmpty ? "" : " (\(question.unit))"
    let guess: Double? = answer("your guess\(unit)") { text in
      let digits = text.replacing(",", with: ".").prefix { $0.isNumber || $0 == "." || $0 == "-" }
      guard let number = Double(digits), question.range.contains(number) else { return nil }
      return number
    } otherwise: {
      "A number from \(NumberText.short(question.range.lowerBound)) to "
        + "\(NumberText.short(question.range.upperBound)), please; Enter alone skips the question."
    }
    guesses[question.id] = .some(guess)
    // Who ends the input, or asks for no more, has not skipped what comes behind.
    if guess != nil || asking != .none {
      answers.answers[question.id] = .init(guess: guess, isRight: guess.map(question.isRight) ?? false)
      keep(answers)
    }
    return guess
  }

  /// Asks, after the picture, for the reason, until it is the right one or skipped. Only of those who have guessed.
  func explain(_ question: Question) {
    guard let guess = guesses[question.id], guess != nil, asking != .none,
      explained.insert(question.id).inserted
    else { return }
    screen.choice(question.why, question.reasons.map(\.text))
    let numbers = 1...question.reasons.count
    var isFirst = true
    while true {
      let chosen: Int? = answer(isFirst ? "your reason, 1 to \(numbers.upperBound)" : "another one") { text in
        Int(text).flatMap { numbers.contains($0) ? $0 : nil }
      } otherwise: {
        "A number from 1 to \(numbers.upperBound), please; Enter alone skips the question."
      }
      guard let chosen else {
        // A reader who gives up after a wrong reason is told the right one.
        if !isFirst, let right = question.reasons.first(where: \.isRight) {
          screen.note("\(right.text) \(right.reply)")
        }
        return
      }
      let reason = question.reasons[chosen - 1]
      if isFirst {
        answers.answers[question.id]?.reason = reason.text
        answers.answers[question.id]?.isReasonRight = reason.isRight
        keep(answers)
      }
      screen.answer((reason.isRight ? "Right. " : "") + reason.reply, isRight: reason.isRight)
      if reason.isRight { return }
      isFirst = false
    }
  }

  /// Reads until something can be made of it. `nil` if the reader skips, asks for no more questions, or is gone.
  private func answer<Value>(
    _ prompt: String, _ value: (String) -> Value?, otherwise complaint: () -> String
  ) -> Value? {
    while true {
      screen.prompt("  \(prompt): ")
      guard let line = read() else {
        screen.lines([""])
        screen.note("No answer; the lesson goes on without.")
        asking = .none
        return nil
      }
      screen.lines(isEchoed ? [""] : [line, ""])
      let text = line.filter { !$0.isWhitespace }
      if text.isEmpty { return nil }
      if ["q", "quit"].contains(text.lowercased()) {
        asking = .none
        return nil
      }
      if let value = value(text) { return value }
      screen.note(complaint())
    }
  }
}
