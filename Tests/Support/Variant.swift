package import LessonKit

/// An answer to an exercise in another style than the workbook's own, and what has to be said of it.
package struct Variant<Function: Sendable>: Sendable {
  /// What has to be found.
  package enum Verdict: Sendable {
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

  package var style: String
  package var verdict: Verdict
  package var function: Function

  package init(_ style: String, _ verdict: Verdict, _ function: Function) {
    self.style = style
    self.verdict = verdict
    self.function = function
  }

  /// What an examination finds instead of what it has to; `nil` if it finds that.
  package func complaint(_ examine: (Function) -> Finding) -> String? {
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
    return isRight ? nil : "\(style): expected \(verdict), found \(finding.outcome) \(finding.remark)"
  }
}
