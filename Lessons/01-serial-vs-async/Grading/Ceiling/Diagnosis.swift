import LessonKit

extension CeilingGrading {
  /// Work and wait in milliseconds: a small case with whole numbers first, then what tells the wrong formulas apart.
  private static let cases: [(work: Double, wait: Double)] = [
    (10, 90), (20, 0), (50, 50), (15, 185), (4, 1), (0.5, 99.5), (30, 10), (300, 2000), (1500, 500), (8, 72),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    judge(
      candidate,
      by: cases.map { work, wait in
        FormulaQuestion("\(text(work)) ms of work and \(text(wait)) ms of wait") { try $0(work, wait) }
      }, others: others)
  }

  /// The same mistakes by another road.
  private static let others: [(name: String, function: Function)] = [
    ("counts-the-wait", { (1000 / ($0 + $1)).rounded(.down) }), ("counts-the-wait", { 1 / ($0 + $1) }),
    ("counts-the-wait", { 1000 / $0 * ($1 / ($0 + $1)) }), ("gain-for-the-rate", { $1 / $0 }),
    ("gain-for-the-rate", { 1000 * ($0 + $1) / $0 }), ("share-of-work", { $1 / ($0 + $1) }),
    ("whole-requests-only", { work, _ in (1000 / work).rounded() }),
    ("whole-requests-only", { work, _ in (1000 / work).rounded(.up) }),
    ("forgets-the-unit", { work, _ in 60_000 / work }), ("forgets-the-unit", { work, _ in 1_000_000 / work }),
  ]

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
