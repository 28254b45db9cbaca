import LessonKit
import Report
import XCTest

/// An answer to an exercise in another style than the workbook's own, and what has to be said of it.
struct Variant<Function: Sendable>: Sendable {
  /// What has to be found.
  enum Verdict: Sendable {
    /// It is right.
    case passes
    /// It is right, and something is to be remarked; the remark contains this.
    case passesWith(String)
    /// It is a known mistake.
    case mistake(String)
    /// It is wrong in a way without a name; what is said contains this.
    case differs(String)
    /// It can never return; what is said contains this.
    case stalls(String)
  }

  var style: String
  var verdict: Verdict
  var function: Function

  init(_ style: String, _ verdict: Verdict, _ function: Function) {
    self.style = style
    self.verdict = verdict
    self.function = function
  }

  /// Asserts that an examination finds what it has to.
  func check(_ examine: (Function) -> Finding, file: StaticString = #filePath, line: UInt = #line) {
    let finding = examine(function)
    let isRight =
      switch (verdict, finding.outcome) {
      case (.passes, .passed): finding.remark.isEmpty
      case (.passesWith(let words), .passed): !words.isEmpty && finding.remark.contains(words)
      case (.mistake(let name), .mistake(let found, _)): name == found
      case (.differs(let words), .different(let says)): says.contains(words)
      case (.stalls(let words), .stalled(let says)): says.contains(words)
      default: false
      }
    XCTAssertTrue(
      isRight, "\(style): expected \(verdict), found \(finding.outcome) \(finding.remark)", file: file,
      line: line)
  }
}
