import LessonKit

extension CeilingGrading {
  /// Work and wait in milliseconds: a small case with whole numbers first, then what tells the wrong formulas apart.
  private static let cases: [(work: Double, wait: Double)] = [
    (10, 40), (20, 0), (50, 50), (15, 185), (4, 1), (0.5, 99.5), (2.5, 9.5), (30, 10), (300, 2000),
    (1500, 500), (8, 72),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: cases.map(question),
      andAtRandom: { chance in
        let work = chance.amount(upTo: chance.one(of: [9, 50, 1500]), orZero: false)
        return question(work, chance.one(of: [work, chance.amount(upTo: 99), chance.amount(upTo: 2000)]))
      }, others: others)
    if finding.outcome == .passed {
      finding.remark = """
        The work alone sets the limit. You would find the same by multiplying the serial server's rate with the gain, (work + wait) / work: \
        the wait cancels out. A thread that is never idle has its price: a request that is ready queues for it. Lesson 2 goes on there: how \
        long do the users wait? (percentile)
        """
    }
    return finding
  }

  private static func question(_ work: Double, _ wait: Double) -> FormulaQuestion<Function> {
    let special = [
      wait == 0 ? "there is no wait" : nil,
      work + wait > 1000 ? "one request takes longer than a second" : nil,
      0 < wait && wait < work ? "the wait is shorter than the work" : nil,
    ]
    return FormulaQuestion(
      "\(text(work)) ms of work and \(text(wait)) ms of wait", where: special.compactMap(\.self)
    ) { try $0(work, wait) }
  }

  /// The same mistakes by another road.
  private static let others: [(name: String, function: Function)] = [
    ("counts-the-wait", { (1000 / ($0 + $1)).rounded(.down) }), ("counts-the-wait", { 1 / ($0 + $1) }),
    ("counts-the-first-wait", { ((1000 - $1) / $0).rounded(.down) }),
    ("counts-the-first-wait", { max(0, (1000 - $1) / $0) }),
    ("counts-the-first-wait", { $1 >= 1000 ? 0 : ((1000 - $1) / $0).rounded(.down) + 1 }),
    ("counts-the-first-wait", { (1000 - $0 - $1) / $0 }),
    ("counts-the-first-wait", { 1 + (1000 - $0 - $1) / $0 }), ("gain-for-the-rate", { $1 / $0 }),
    ("multiplies-by-the-gain", { 1000 * ($0 + $1) / $0 }),
    ("multiplies-by-the-gain", { 1000 / $0 * ($1 / $0) }), ("share-of-work", { $1 / ($0 + $1) }),
    ("whole-requests-only", { work, _ in (1000 / work).rounded() }),
    ("whole-requests-only", { work, _ in (1000 / work).rounded(.up) }),
    ("averages-the-rates", { (1000 / $0 * 1000 / ($0 + $1)).squareRoot() }),
    ("averages-the-rates", { (1000 / $0 + ($1 > 0 ? 1000 / $1 : 0)) / 2 }),
    ("holds-the-thread-back", { work, _ in 900 / work }),
    ("holds-the-thread-back", { work, _ in 800 / work }),
    ("holds-the-thread-back", { work, _ in 750 / work }),
    ("holds-the-thread-back", { work, _ in 700 / work }),
    ("holds-the-thread-back", { work, _ in 950 / work }),
    ("caps-the-rate", { work, _ in min(1000, 1000 / work) }),
    ("caps-the-rate", { work, _ in min(50, 1000 / work) }),
    ("forgets-the-unit", { work, _ in 60_000 / work }), ("forgets-the-unit", { work, _ in 60 / work }),
    ("forgets-the-unit", { work, _ in 1_000_000 / work }),
  ]

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
