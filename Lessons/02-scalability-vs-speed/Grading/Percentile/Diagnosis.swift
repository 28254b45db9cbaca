import LessonKit

extension PercentileGrading {
  private static let questions: [(percentage: Int, times: [Double])] = [
    (50, [40, 10, 30, 20]), (99, [40, 10, 30, 20]), (25, [7, 3, 9, 1]), (100, [5, 2]), (1, [4, 8, 6]),
    (90, [12]),
    (95, (0..<100).map { Double($0 * 37 % 100) + 1 }), (99, (0..<250).map { Double($0 * 83 % 250) * 2 }),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    judge(
      candidate,
      by: questions.map { percentage, times in
        let shown =
          times.count > 6 ? "\(times.count) times" : times.map { "\(Int($0))" }.joined(separator: ", ")
        return FormulaQuestion("percentile \(percentage) of \(shown)") { try $0(percentage, times) }
      })
  }
}
