import Measurement
import Report

extension Grade {
  init<Function>(_ finding: Finding, mistakes: [Mistake<Function>]) {
    switch finding.outcome {
    case .toDo: self.init(status: .toDo, says: "Not started yet.")
    case .passed:
      self.init(status: .passed, says: finding.remark.isEmpty ? "Right." : "Right. \(finding.remark)")
    case .different(let says): self.init(status: .wrong, says: says)
    case .stalled(let says):
      self.init(status: .stalled, mistake: GeneralMistake.neverReturns.rawValue, says: says)
    case .mistake(let name, let detail):
      let says =
        mistakes.first { $0.name == name }?.says ?? GeneralMistake(rawValue: name)?.says
        ?? "(This mistake is not listed.)"
      self.init(status: .wrong, mistake: name, says: detail.isEmpty ? says : "\(says) \(detail)")
    }
    seed = finding.seed
    yours = finding.yours
    expected = finding.expected
  }
}
