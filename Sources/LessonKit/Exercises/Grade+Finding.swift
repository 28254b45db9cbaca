import Console
import Figures
import Measurement
import Report

extension Grade {
  init<Function>(_ finding: Finding, mistakes: [Mistake<Function>], success: String = "") {
    switch finding.outcome {
    case .toDo: self.init(status: .toDo, says: "Not started yet.")
    case .passed:
      let says = ["Right.", success, finding.remark].filter { !$0.isEmpty }.joined(separator: " ")
      self.init(status: .passed, says: says)
    case .different(let says): self.init(status: .wrong, says: says)
    case .stalled(let says):
      self.init(status: .stalled, mistake: GeneralMistake.neverReturns.rawValue, says: says)
    case .mistake(let name, let detail):
      let says =
        mistakes.first { $0.name == name }?.says ?? GeneralMistake(rawValue: name)?.says
        ?? "(This mistake is not listed.)"
      self.init(status: .wrong, mistake: name, says: detail.isEmpty ? says : "\(says) \(detail)")
    }
    says = says.readable
    seed = finding.seed
    yours = finding.yours?.thinned()
    expected = finding.expected?.thinned()
    drawings = finding.drawings.isEmpty ? nil : finding.drawings
  }
}

extension String {
  /// The text as a learner can read it: what their errors say of themselves may be a megabyte long, or hold a terminal's commands.
  fileprivate var readable: String {
    let text = PlainText.visible(self).split(separator: " ", omittingEmptySubsequences: false).map {
      $0.cut(to: 120, andLast: 20)
    }.joined(separator: " ")
    return text.cut(to: 2400, andLast: 800)
  }
}

extension StringProtocol {
  /// The text without its middle, if it is longer than both ends together.
  fileprivate func cut(to begin: Int, andLast end: Int) -> String {
    let left = count - begin - end
    return left > 0 ? "\(prefix(begin)) (... \(left) characters ...) \(suffix(end))" : String(self)
  }
}
