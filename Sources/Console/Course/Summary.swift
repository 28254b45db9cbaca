/// All claims of a lesson in one line.
package enum Summary {
  /// For example `15 claims: 14 hold, 1 corrected.`
  package static func text(of claims: [ClaimRecord]) -> String {
    guard !claims.isEmpty else { return "No claims were judged." }
    let counts = [Verdict.holds, .fails, .corrected, .notMeasured].compactMap { verdict -> String? in
      let count = claims.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(word(verdict, count))"
    }
    return "\(claims.count) \(claims.count == 1 ? "claim" : "claims"): \(counts.joined(separator: ", "))."
  }

  private static func word(_ verdict: Verdict, _ count: Int) -> String {
    switch verdict {
    case .holds: count == 1 ? "holds" : "hold"
    case .fails: count == 1 ? "fails" : "fail"
    case .corrected, .notMeasured: verdict.rawValue
    }
  }
}
