import LessonKit

extension BoundGrading {
  private static let programs: [(shares: [Double], cores: Int)] = [
    ([0.15, 0.05], 1_000_000), ([0.5], 2), ([0.5, 0.3], 8), ([0.8], 4), ([0.9], 1), ([], 4), ([1], 16),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    judge(
      candidate,
      by: programs.map { shares, cores in
        let spread = shares.isEmpty ? "nothing" : shares.map { "\($0)" }.joined(separator: " and ")
        return FormulaQuestion("\(spread) over \(cores) cores") { try $0(shares, cores) }
      })
  }
}
