/// The claims of a part over several attempts: each keeps the first attempt in which it held.
struct Judgement {
  private(set) var claims: [ClaimRecord] = []

  var allHold: Bool { !claims.contains { $0.verdict == .fails } }

  mutating func add(_ attempt: [ClaimRecord]) {
    guard !claims.isEmpty else {
      claims = attempt
      return
    }
    claims = attempt.map { claim in
      claims.first { $0.id == claim.id && $0.verdict != .fails } ?? claim
    }
  }

  /// The claims with their final verdicts.
  ///
  /// - Parameter interference: the share of the last attempt's time in which the loops were kept from their core.
  func verdicts(interference: Double) -> [ClaimRecord] {
    claims.map { claim in
      guard claim.verdict == .fails, interference > 0.05 else { return claim }
      var claim = claim
      claim.verdict = .notMeasured
      claim.because =
        "the machine was busy: for \(Int((interference * 100).rounded())) % of the time the lesson "
        + "was kept from its core, three times over. Try again when the machine is idle, or with --time virtual"
      return claim
    }
  }
}
