import LessonKit

extension BoundGrading {
  /// The head's example first; a million cores last, where only the limit is left.
  static let programs: [(shares: [Double], cores: Int)] = [
    ([0.5], 2), ([0.8], 4), ([0.5, 0.3], 8), ([0.3, 0.3], 2), ([0.6, 0.2], 4), ([0.9], 1), ([], 4), ([1], 16),
    ([0.2, 0.3, 0.4], 10),
    ([0.15, 0.05], 1_000_000),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: programs.map(question),
      andAtRandom: { chance in
        var (shares, left): ([Double], Int) = ([], 100)
        for _ in 0..<chance.count(0...5) where left > 0 {
          let share = chance.isSo(oneIn: 5) ? left : chance.whole(1...left)
          shares.append(Double(share) / 100)
          left -= share
        }
        // Sums of hundredths may be more than 1 by rounding.
        if shares.reduce(0, +) > 1 { shares.removeLast() }
        return question(shares, chance.one(of: [1, 2, chance.count(1...64), 1000]))
      }, others: variants + prices(of: candidate))
    if finding.outcome == .passed {
      finding.remark = """
        This is Amdahl's law. Gustafson turns it round: with more cores people take on larger problems, of which a smaller share has to be \
        done by one core. Next: which technique helps which job? (which-helps)
        """
    }
    return finding
  }

  /// A question in words.
  static func text(_ shares: [Double], _ cores: Int) -> String {
    let spread = shares.isEmpty ? "nothing" : shares.map { "\($0)" }.joined(separator: " and ")
    return "\(spread) over \(cores) cores"
  }

  private static func question(_ shares: [Double], _ cores: Int) -> FormulaQuestion<Function> {
    let special = [
      shares.isEmpty ? "nothing can be spread" : nil, shares == [1] ? "everything can be spread" : nil,
      cores == 1 ? "there is one core" : nil,
    ]
    return FormulaQuestion(text(shares, cores), where: special.compactMap(\.self)) {
      try $0(shares, cores)
    }
  }
}
