import Console
import XCTest

@testable import Workbook
@testable import workshop

final class ComparableAnswerTests: XCTestCase {
  private func difference(_ own: String, _ solution: String) -> [String] {
    UnifiedDifference(from: own, to: ComparableAnswer(own: own, solution: solution).text, context: 0).text(
      TextStyle())
  }

  private let solution = """
    func total(_ numbers: [Int]) -> Int {
      // Adds up.
      var sum = 0
      for number in numbers { sum += number }
      return sum  // All of it.
    }
    """

  func testCommentsAndNamesDoNotDiffer() {
    let own = """
      /// Mine. /* not one
      func total(_ numbers: [Int]) -> Int {
        var s = 0  // so far

        /* each
           number */
        for n in numbers { s += n }
        return s
      }
      """
    XCTAssertEqual(difference(own, solution), [])
  }

  func testTheRestIsShownInTheLearnersWords() {
    let own = """
      func total(_ numbers: [Int]) -> Int {
        var s = 0
        // Each of them.
        for n in numbers { s += n }
        print(s)
        return s + 1
      }
      """
    XCTAssertEqual(
      difference(own, solution),
      ["@@ -5,2 +5,1 @@", "-  print(s)", "-  return s + 1", "+  return s  // All of it."])
  }

  func testMembersLabelsAndQuotesAreNoNames() {
    let own = "let a = line.count\ncall(count: a)\nprint(\"count \\(a) // no comment\")"
    XCTAssertEqual(
      difference(own, "let count = line.count\ncall(count: count)\nprint(\"count \\(count) // no comment\")"),
      [])
    XCTAssertEqual(
      difference("let a = line.count", "let count = line.size"),
      ["@@ -1,1 +1,1 @@", "-let a = line.count", "+let count = line.size"])
  }

  func testNamesThatAreExchangedDiffer() {
    let own = "let a = first()\nlet b = second()\nreturn b - a"
    XCTAssertEqual(
      difference(own, "let x = first()\nlet y = second()\nreturn x - y"),
      ["@@ -3,1 +3,1 @@", "-return b - a", "+return a - b"])
  }

  func testANameThatMeansAnotherThingInTheSolutionIsLeft() {
    XCTAssertEqual(
      difference("let limit = next()\nuse(limit)", "let room = next()\nuse(room)\nuse(limit)"),
      ["@@ -1,1 +1,2 @@", "-let limit = next()", "+let room = next()", "+use(room)"])
  }
}
