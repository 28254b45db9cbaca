import Figures
import LessonKit

extension PercentileGrading {
  /// A small case first; then one for each way in which people go wrong. Seven of a hundred is more than seven in floating point.
  private static let questions: [(percentage: Int, times: [Double], text: String?)] = [
    (50, [40, 10, 30, 20], nil), (99, [40, 10, 30, 20], nil), (50, [30, 10, 20], nil),
    (25, [7, 3, 9, 1], nil),
    (100, [5, 2], nil), (1, [4, 8, 6], nil), (90, [12], nil), (50, [6, 6, 9, 6], nil),
    (75, [6, 9, 6, 6], nil),
    (75, [100, 1, 3, 2], nil),
    (60, [3, 1, 2, 5, 4], nil), (60, [9, 2, 7, 4], nil), (10, [8, 1, 6, 3], nil),
    (7, mixed(100), "the whole numbers from 1 to 100 in mixed order"),
    (95, mixed(100), "the whole numbers from 1 to 100 in mixed order"),
    (29, mixed(200), "the whole numbers from 1 to 200 in mixed order"),
    (99, mixed(250), "the whole numbers from 1 to 250 in mixed order"),
  ]

  private static func mixed(_ count: Int) -> [Double] { (0..<count).map { Double($0 * 37 % count) + 1 } }

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: questions.map(question),
      andAtRandom: { chance in
        let percentage = chance.one(of: [1, 50, 75, 99, 100, chance.whole(1...100)])
        let count = chance.whole(2...300)
        if count % 37 > 0, chance.isSo(oneIn: 6) {
          return question(percentage, mixed(count), "the whole numbers from 1 to \(count) in mixed order")
        }
        var times: [Double] = []
        for _ in 1...chance.count(1...12) {
          times.append(chance.one(of: [chance.amount(upTo: 40), chance.amount(upTo: 9), times.last ?? 5]))
        }
        return question(percentage, times, nil)
      }, others: variants)
    if finding.outcome == .passed {
      finding.remark = """
        You count in ranks, so your answer is always a time that a visitor really waited. Counting up a histogram does the same without \
        sorting, and costs a little exactness. Next: how many users does it take to keep a server busy? (little)
        """
    }
    return finding
  }

  private static func question(_ percentage: Int, _ times: [Double], _ text: String?) -> FormulaQuestion<
    Function
  > {
    let shown = text ?? times.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }.joined(separator: ", ")
    let special = [
      times.count == 1 ? "there is a single time" : nil,
      Set(times).count < times.count ? "some times are equal" : nil,
      percentage == 100 ? "the percentage is 100" : nil,
      times.count * percentage < 100 ? "the percentage is less than one of the times" : nil,
      times.count * percentage % 100 == 0 ? "the percentage is a whole number of the times" : nil,
      times.count * percentage % 100 > 0 ? "the percentage is not a whole number of the times" : nil,
    ]
    return FormulaQuestion(
      "percentile \(percentage) of \(shown)", where: special.compactMap(\.self)
    ) { try $0(percentage, times) }
    .drawing { drawing(times, $0, $1) }
  }

  /// The times in their order, with their ranks: the two answers, and some of those around them.
  private static func drawing(_ times: [Double], _ yours: [Double], _ right: [Double]) -> [Figure] {
    let sorted = times.sorted()
    let (yours, right) = (yours[0], right[0])
    func label(_ time: Double, _ rank: String) -> String {
      rank + (time == right ? ", right" : "") + (time == yours ? ", yours" : "")
    }
    var bars = sorted.enumerated().map { (label: label($1, "rank \($0 + 1)"), value: $1) }
    if !sorted.contains(yours) {
      bars.insert((label: "no rank, yours", value: yours), at: sorted.firstIndex { $0 > yours } ?? bars.count)
    }
    let shown = bars.indices.filter { index in
      bars.count <= 12
        || bars.indices.contains { bars[$0].label.contains(",") && abs($0 - index) <= 2 }
    }
    return [.bars(title: "The times in sorted order", unit: "ms", bars: shown.map { bars[$0] })]
  }
}
