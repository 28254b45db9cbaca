import Console
import XCTest

@testable import Workbook
@testable import workshop

final class UnifiedDifferenceTests: XCTestCase {
  private func text(_ old: String, _ new: String, context: Int = 3) -> String {
    UnifiedDifference(from: old, to: new, context: context).text(TextStyle()).joined(separator: "\n")
  }

  func testTextsThatAreTheSameHaveNone() {
    XCTAssertEqual(text("a\nb\n", "a\nb"), "")
    XCTAssertEqual(text("a\r\nb\r\n", "a\nb\n"), "", "line ends do not count")
    XCTAssertEqual(text("", ""), "")
  }

  func testLinesAreShownAsVersionControlShowsThem() {
    let old = (1...12).map(String.init).joined(separator: "\n")
    let new = old.replacing("\n6\n", with: "\nsix\nsix and a half\n")
    XCTAssertEqual(text(old, new), "@@ -3,7 +3,8 @@\n 3\n 4\n 5\n-6\n+six\n+six and a half\n 7\n 8\n 9")
  }

  func testChangesFarApartGetStretchesOfTheirOwn() {
    let old = (1...20).map(String.init).joined(separator: "\n")
    let new = old.replacing("\n2\n", with: "\n").replacing("\n19\n", with: "\n18b\n19\n")
    XCTAssertEqual(
      text(old, new, context: 1), "@@ -1,3 +1,2 @@\n 1\n-2\n 3\n@@ -18,2 +17,3 @@\n 18\n+18b\n 19")
  }

  func testAnEmptyTextBecomesAWholeOne() {
    XCTAssertEqual(text("", "a\nb\n"), "@@ -0,0 +1,2 @@\n+a\n+b")
    XCTAssertEqual(text("a\nb\n", ""), "@@ -1,2 +0,0 @@\n-a\n-b")
  }

  func testOldAndNewCanBeReadOutOfAnyDifference() {
    var seed = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let old = (0..<Int.random(in: 0...12, using: &seed)).map { _ in
        String("abc".randomElement(using: &seed)!)
      }
      let new = (0..<Int.random(in: 0...12, using: &seed)).map { _ in
        String("abc".randomElement(using: &seed)!)
      }
      guard old != new else { continue }
      let lines = UnifiedDifference(
        from: old.joined(separator: "\n"), to: new.joined(separator: "\n"), context: 99
      ).lines
      XCTAssertEqual(
        lines.compactMap { if case .both(let l) = $0 { l } else if case .old(let l) = $0 { l } else { nil } },
        old)
      XCTAssertEqual(
        lines.compactMap { if case .both(let l) = $0 { l } else if case .new(let l) = $0 { l } else { nil } },
        new)
    }
  }

  func testOnATerminalWhatGoesIsRedAndWhatComesGreen() {
    let lines = UnifiedDifference(from: "a", to: "b").text(TextStyle(color: true))
    XCTAssertEqual(
      lines, ["\u{1B}[2m@@ -1,1 +1,1 @@\u{1B}[0m", "\u{1B}[31m-a\u{1B}[0m", "\u{1B}[32m+b\u{1B}[0m"])
  }
}
