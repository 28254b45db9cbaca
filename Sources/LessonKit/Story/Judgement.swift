import Console
import Measurement

/// The claims of a part over several attempts: each keeps the first attempt in which it held.
struct Judgement {
  private var claims: [ClaimRecord] = []
  private var disturbance = Disturbance()
  /// How often the part was measured.
  private(set) var attempts = 0

  var allHold: Bool { !claims.contains { $0.verdict == .fails } }

  mutating func add(_ attempt: [ClaimRecord], _ disturbance: Disturbance) {
    claims = attempt.map { claim in claims.first { $0.id == claim.id && $0.verdict != .fails } ?? claim }
    self.disturbance = disturbance
    attempts += 1
  }

  /// What the reader is told, once, if the part was measured more than once.
  var remark: String {
    allHold
      ? "The first measurement was disturbed, so it was taken again; the verdicts are from the best of \(attempts)."
      : "This was measured \(attempts) times, since something did not hold; the verdicts are from the best of them."
  }

  /// The claims with their final verdicts: one that fails while something else used the machine is left open.
  var verdicts: [ClaimRecord] {
    claims.map { claim in
      guard claim.verdict == .fails, disturbance.isNotable else { return claim }
      var claim = claim
      claim.verdict = .notMeasured
      claim.because = disturbance.reason
      return claim
    }
  }
}
