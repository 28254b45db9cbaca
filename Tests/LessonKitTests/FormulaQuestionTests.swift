import Console
import Figures
import Foundation
import LessonKit
import Platform
import Report
import XCTest

/// How answers that are numbers are told apart.
final class FormulaQuestionTests: XCTestCase {
  func testAnAnswerThatDiffersByRoundingIsRight() {
    XCTAssertEqual(Doubling.grade { ($0 * 20 + 1e-9) / 10 }.status, .passed)
  }

  func testAFiniteAnswerIsNotAnEndlessOne() {
    let endless = FormulaQuestion<Doubling.Function>("half of none") { 1 / (try $0(0)) }
    XCTAssertNotEqual(Doubling.judge({ $0 + 2 }, by: [endless]).outcome, .passed)
  }

  func testAMistakeExplainsEveryAnswer() {
    let grade = Doubling.grade { $0 + 2 }
    XCTAssertEqual(grade.mistake, "adds")
    XCTAssertEqual(grade.says, "You add. For 3 apples you returned 5; right is 6.")
  }

  func testAnAnswerThatIsRightHereAndThereIsNoKnownMistake() {
    let grade = Doubling.grade { $0 < 4 ? $0 + 2 : 7.5 }
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertNil(grade.mistake)
    XCTAssertEqual(grade.says, "For 3 apples you returned 5; right is 6.")
  }

  /// Each is wrong where the other is right, and together they are all that is wrong.
  func testTwoMistakesAreToldOneAfterTheOther() {
    func outcome(_ candidate: @escaping Doubling.Function) -> Finding.Outcome {
      Doubling.judge(
        candidate,
        by: [0, 1, 3, 4, 5].map { count in FormulaQuestion("\(Int(count)) apples") { try $0(count) } },
        others: [
          ("forgets-many", { $0 < 3 ? $0 * 2 : $0 }), ("forgets-none", { $0 == 0 ? 7 : $0 * 2 }),
        ]
      )
      .outcome
    }
    XCTAssertEqual(
      outcome { $0 == 0 ? 7 : $0 < 3 ? $0 * 2 : $0 },
      .mistake(
        "forgets-many",
        detail:
          "For 3 apples you returned 3; right is 6. One more thing: for 0 apples you returned 7; right is 0."
      ))
    // A third thing is wrong, of which nothing is known.
    XCTAssertEqual(
      outcome { $0 == 0 ? 7 : $0 == 1 ? 9 : $0 < 3 ? $0 * 2 : $0 },
      .different("For 0 apples you returned 7; right is 0."))
  }

  func testASlipIsToldBesideTheFormula() {
    func outcome(
      from first: Double, others: [(name: String, function: Doubling.Function)] = [],
      _ candidate: @escaping Doubling.Function
    ) -> Finding.Outcome {
      func question(_ count: Double) -> FormulaQuestion<Doubling.Function> {
        FormulaQuestion("\(Int(count)) apples") { try $0(count) }
      }
      return Doubling.judge(
        candidate, by: (0..<12).map { question(Double($0)) },
        andAtRandom: { question(Double($0.whole(12...20))) }, others: others,
        slips: [
          Slip("you also return 0 from \(Int(first)) apples on.") { formula in
            { $0 >= first ? 0 : try formula($0) }
          }
        ]
      ).outcome
    }
    XCTAssertEqual(
      outcome(from: 9) { $0 >= 9 ? 0 : $0 + 2 },
      .mistake(
        "adds",
        detail:
          "For 0 apples you returned 2; right is 0. One more thing: you also return 0 from 9 apples on."))
    let first = Finding.Outcome.different("For 0 apples you returned 2; right is 0.")
    // Near: one of the questions by lot is answered in another way.
    XCTAssertEqual(outcome(from: 9) { $0 == 20 ? 7 : $0 >= 9 ? 0 : $0 + 2 }, first)
    // Near: a formula of another name gives the same.
    XCTAssertEqual(
      outcome(from: 9, others: [("adds-a-few", { $0 >= 9 ? 1 : $0 + 2 })]) { $0 >= 9 ? 0 : $0 + 2 }, first)
    // Near: nowhere is it seen that the formula is meant.
    XCTAssertEqual(
      outcome(from: 6, others: [("forgets-many", { $0 >= 6 ? 1 : $0 * 2 })]) { $0 >= 6 ? 0 : $0 * 2 },
      .different("For 6 apples you returned 0; right is 12."))
  }

  func testWhatMakesNoDifferenceIsSaid() {
    func outcome(_ candidate: @escaping Doubling.Function) -> Finding.Outcome {
      Doubling.judge(
        candidate,
        by: [1.5, 2.25, 3, 4.5].map { count in FormulaQuestion("\(count) apples") { try $0(count) } },
        ignoring: [
          Ignored("leaves-parts-out", "Parts of an apple make no difference to what you return.") {
            candidate, by in
            { try candidate($0.rounded(.down) + by / 2000) }
          }
        ]
      ).outcome
    }
    XCTAssertEqual(
      outcome { $0.rounded(.down) * 3 + 5 },
      .mistake(
        "leaves-parts-out",
        detail:
          "Parts of an apple make no difference to what you return. For 1.5 apples you returned 8; right is 3."
      ))
    // Near: some do.
    XCTAssertEqual(
      outcome { $0.rounded() * 3 + 5 }, .different("For 1.5 apples you returned 11; right is 3."))
  }

  /// The teaching questions are all answered rightly; what is drawn finds the case, and tells the shortest that shows it.
  func testAnAnswerThatIsWrongOnlySomewhereIsFoundAtRandom() {
    func outcome(_ candidate: @escaping Doubling.Function) -> Finding.Outcome {
      Doubling.judge(
        candidate, by: Doubling.questions,
        andAtRandom: { chance in
          let count = chance.amount(upTo: 30)
          return FormulaQuestion("\(count) apples") { try $0(count) }
        }
      ).outcome
    }
    XCTAssertEqual(outcome { $0 * 2 }, .passed)
    let some = outcome { $0 == 0 ? 1 : $0 * 2 }
    guard case .mistake("misses-a-special-case", let detail) = some else { return XCTFail("\(some)") }
    XCTAssertTrue(detail.hasSuffix("For 0.0 apples you returned 1; right is 0."), detail)
    // The same every time.
    XCTAssertEqual(outcome { $0 == 0 ? 1 : $0 * 2 }, outcome { $0 == 0 ? 1 : $0 * 2 })
  }

  /// One that takes its time is asked as long as there is time, and what it was asked by then decides.
  func testASlowAnswerIsNotAskedForEver() {
    let begin = CPUTime.ofThread
    let outcome = Doubling.judge(
      {
        let end = CPUTime.ofThread + .milliseconds(50)
        while CPUTime.ofThread < end {}
        return $0 * 2
      }, by: [],
      andAtRandom: { chance in
        let count = chance.amount(upTo: 3000)
        return FormulaQuestion("\(count) apples") { try $0(count) }
      }
    ).outcome
    XCTAssertEqual(outcome, .passed)
    // All of them would take ten seconds and more.
    XCTAssertLessThan(CPUTime.ofThread - begin, .seconds(8))
  }

  func testWhatIsNoNumberIsWrong() {
    let grade = Doubling.grade { $0 == 5 ? 10 : .nan }
    XCTAssertEqual(grade.mistake, "divides-by-zero")
    XCTAssertTrue(
      grade.says.hasSuffix("For 2 apples you returned nan (not a number, as 0 / 0 is); right is 4."),
      grade.says)
    XCTAssertEqual(Doubling.grade { $0 == 5 ? 10 : .infinity }.mistake, "divides-by-zero")
    // One that is wrong otherwise, too.
    XCTAssertNil(Doubling.grade { $0 == 5 ? 11 : .nan }.mistake)
  }

  func testWhatAnyWrongNumbersHaveInCommonIsNamed() {
    func mistake(_ candidate: @escaping Doubling.Function) -> String? {
      Doubling.judge(
        candidate,
        by: [2.5, 3, 4.25, 5, 10].map { count in
          FormulaQuestion("\(count) apples") { try $0(count) }
        }
      ).outcome.name
    }
    XCTAssertEqual(mistake { $0 * 20 }, "off-by-a-factor")
    XCTAssertEqual(mistake { $0 * 2 - 3 }, "off-by-a-constant")
    XCTAssertEqual(mistake { ($0 * 2).rounded() }, "rounds-the-answer")
    XCTAssertEqual(mistake { Double(Int($0) * 2) }, nil)
    // Halves are returned as they are: it is not the answer that is rounded.
    XCTAssertEqual(
      Doubling.judge(
        { Double(Int($0 * 4)) / 2 },
        by: [2.25, 2.5, 2.625, 3.125, 3].map { count in FormulaQuestion("\(count)") { try $0(count) } }
      ).outcome.name, nil)
    XCTAssertEqual(mistake { min($0 * 2, 12) }, "misses-a-special-case")
    XCTAssertEqual(mistake { $0 * $0 }, nil)
  }

  func testRoundingToDecimalsIsNamedLikeRoundingToWholeNumbers() {
    func mistake(_ candidate: @escaping Doubling.Function) -> String? {
      Doubling.judge(
        candidate,
        by: [2.13, 3, 1.0 / 3, 2.0 / 3, 10].map { count in
          FormulaQuestion("\(count) apples") { try $0(count) }
        }
      ).outcome.name
    }
    for scale in [1.0, 10, 100, 1000] {
      XCTAssertEqual(mistake { ($0 * 2 * scale).rounded() / scale }, "rounds-the-answer")
      XCTAssertEqual(mistake { ($0 * 2 * scale).rounded(.down) / scale }, "rounds-the-answer")
    }
    // Near: round as well, and more than rounding away from the right answer.
    XCTAssertNotEqual(mistake { ($0 * 20).rounded() / 10 + 0.2 }, "rounds-the-answer")
  }

  func testACaseThatIsMissedIsSaid() {
    func says(_ candidate: @escaping Doubling.Function) -> String {
      let questions = (0..<10).map { count in
        let special = [
          count == 0 ? "there are none" : nil, count.isMultiple(of: 2) ? "it is even" : nil,
          count == 9 ? "there are most" : nil,
        ]
        return FormulaQuestion<Doubling.Function>("\(count) apples", where: special.compactMap(\.self)) {
          try $0(Double(count))
        }
      }
      guard
        case .mistake("misses-a-special-case", let detail) = Doubling.judge(candidate, by: questions).outcome
      else { return "" }
      return detail
    }
    XCTAssertEqual(
      says { $0 == 0 ? 1 : $0 * 2 },
      "You are wrong where there are none. For 0 apples you returned 1; right is 0.")
    XCTAssertEqual(
      says { [0, 9].contains($0) ? 1 : $0 * 2 },
      "You are wrong where there are none, and where there are most. For 0 apples you returned 1; right is 0."
    )
    // That it is even makes no difference to the others.
    XCTAssertEqual(
      says { $0 == 4 ? 1 : $0 * 2 },
      "9 of 10 answers are right. For 4 apples you returned 1; right is 8.")
  }

  func testAnAnswerThatIgnoresTheQuestionHasItsName() {
    let grade = Doubling.grade { _ in 6 }
    XCTAssertEqual(grade.mistake, "always-the-same")
    XCTAssertTrue(grade.says.hasSuffix("For 2 apples you returned 6; right is 4."), grade.says)
  }

  func testTheQuestionThatIsToldIsDrawnWithBothAnswers() {
    let finding = Doubling.judge(
      { $0 + 2 },
      by: Doubling.questions.enumerated().map { place, question in
        question.drawing { yours, right in
          [.bars(title: "\(place)", bars: [("yours", yours[0]), ("right", right[0])])]
        }
      })
    XCTAssertEqual(finding.drawings, [.bars(title: "1", bars: [("yours", 5), ("right", 6)])])
  }

  func testListsAreComparedInTheirOrderAndTheirLength() {
    func finding(_ candidate: @escaping Doubling.Function, _ count: Int) -> Finding {
      let question = FormulaQuestion<Doubling.Function>(
        "the first \(count)",
        askForList: { function in try (0..<count).map { try function(Double($0)) } })
      return Doubling.judge(candidate, by: [question])
    }
    XCTAssertEqual(finding({ $0 + $0 }, 3).outcome, .passed)
    XCTAssertEqual(finding({ $0 + $0 }, 0).outcome, .passed)
    XCTAssertEqual(
      finding({ $0 + 2 }, 3).outcome,
      .mistake("adds", detail: "For the first 3 you returned 2, 3, 4; right is 0, 2, 4."))
    let ones = FormulaQuestion<Doubling.Function>(
      "as many ones", askForList: { Array(repeating: 1, count: Int(try $0(1))) })
    XCTAssertEqual(
      Doubling.judge({ $0 * 4 }, by: [ones]).outcome,
      .mistake(
        "adds-some",
        detail: "For as many ones you returned 1, 1, 1, 1; right is 1, 1. 2 of 4 are too many."))
  }

  func testAListThatIsTooShortOrTooLongIsNamedIfItIsRightButForThat() {
    typealias Listing = @Sendable ([Double]) -> [Double]
    func outcome(_ change: @escaping Listing) -> Finding.Outcome {
      let questions = [3, 4].map { count in
        FormulaQuestion<Doubling.Function>(
          "the first \(count)",
          askForList: { function in
            let right = try (0..<count).map { try function(Double($0)) }
            // The solution doubles; the candidate does so as well, and is marked by a tiny difference.
            return try function(1) == 2 ? right : change(right.map { $0 / 1.000_000_1 })
          })
      }
      return Doubling.judge({ $0 * 2 * 1.000_000_1 }, by: questions).outcome
    }
    func detail(_ name: String, _ outcome: Finding.Outcome) -> String? {
      guard case .mistake(name, let detail) = outcome else { return "\(outcome)" }
      return detail
    }
    XCTAssertEqual(
      detail("leaves-some-out", outcome { $0.dropLast() }),
      "For the first 3 you returned 0, 2; right is 0, 2, 4. The last one is missing.")
    XCTAssertEqual(
      detail("leaves-some-out", outcome { $0.dropFirst() + [] }),
      "For the first 3 you returned 2, 4; right is 0, 2, 4. The first one is missing.")
    XCTAssertEqual(
      detail("adds-some", outcome { $0 + [9] }),
      "For the first 3 you returned 0, 2, 4, 9; right is 0, 2, 4. The last one is too many.")
    // Near: one of those that are there is wrong.
    XCTAssertEqual(
      outcome { $0.dropLast().map { $0 + 1 } },
      .different("For the first 3 you returned 1, 3; right is 0, 2, 4."))
    XCTAssertEqual(
      outcome { [7] + $0.dropFirst() + [9] },
      .different("For the first 3 you returned 7, 2, 4, 9; right is 0, 2, 4."))
  }

  func testWhatIsThrownIsSaid() {
    XCTAssertEqual(Doubling.grade { _ in throw ToDo() }.status, .toDo)
    let grade = Doubling.grade { _ in throw CancellationError() }
    XCTAssertEqual(grade.mistake, "gives-up")
    XCTAssertTrue(grade.says.hasSuffix("For 2 apples you threw CancellationError()."), grade.says)
  }
}

private enum Doubling: Exercise {
  typealias Function = @Sendable (Double) throws -> Double

  static let name = "doubling"
  static let hints: [String] = []
  static let learner: Function = { _ in throw ToDo() }
  static let solution: Function = { $0 * 2 }
  static let mistakes = [Mistake<Function>("adds", says: "You add.") { $0 + 2 }]

  static var questions: [FormulaQuestion<Function>] {
    [2, 3, 5].map { count in FormulaQuestion("\(Int(count)) apples") { try $0(count) } }
  }

  static func examine(_ candidate: @escaping Function) -> Finding { judge(candidate, by: questions) }
}

extension Finding.Outcome {
  /// The name of the mistake that was found.
  fileprivate var name: String? {
    if case .mistake(let name, _) = self { name } else { nil }
  }
}
