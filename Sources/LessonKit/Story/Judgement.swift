import Measurement
import Report

/// The claims of a part over several attempts: each keeps the first attempt in which it held.
struct Judgement {
  /// The greatest share of the time in which the loops may be kept from their core, for a claim to fail. On an idle machine
  /// it is at most half a hundredth.
  private static let mostInterference = 0.02

  private(set) var claims: [ClaimRecord] = []
  /// How often the part was measured.
  private(set) var attempts = 0
  private var disturbance = Disturbance()

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

  mutating func add(_ attempt: [ClaimRecord], _ disturbance: Disturbance) {
    add(attempt)
    attempts += 1
    self.disturbance = disturbance
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

  /// The claims with their final verdicts.
  ///
  /// - Parameter interference: the share of the last attempt's time in which the loops were kept from their core.
  func verdicts(interference: Double) -> [ClaimRecord] {
    claims.map { claim in
      guard claim.verdict == .fails, interference > Self.mostInterference else { return claim }
      var claim = claim
      claim.verdict = .notMeasured
      claim.because =
        "the machine was busy: for \(Int((interference * 100).rounded())) % of the time the lesson "
        + "was kept from its core, three times over. Try again when the machine is idle, or with --time virtual"
      return claim
    }
  }
}
