import Measurement
import Report

extension Grade {
  init(_ finding: Finding, mistakes: [(name: String, says: String)]) {
    switch finding.outcome {
    case .toDo: self.init(status: .toDo, says: "Nobody has begun yet.")
    case .passed:
      self.init(status: .passed, says: finding.remark.isEmpty ? "Right." : "Right. \(finding.remark)")
    case .different(let says): self.init(status: .wrong, says: says)
    case .stalled(let says): self.init(status: .stalled, says: says)
    case .mistake(let name, let detail):
      let says = mistakes.first { $0.name == name }?.says ?? "(This mistake is not listed.)"
      self.init(status: .wrong, mistake: name, says: detail.isEmpty ? says : "\(says) \(detail)")
    }
    seed = finding.seed
    yours = finding.yours
    expected = finding.expected
  }
}
