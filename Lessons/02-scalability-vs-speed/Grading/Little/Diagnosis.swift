import LessonKit

extension LittleGrading {
  /// Answers a second, response time and pause in milliseconds. Small whole numbers first; then less than one user, a load test
  /// whose clients never pause, readers who mostly read, no answers at all, and answers that take no time.
  private static let systems: [(rate: Double, responseTime: Double, pause: Double)] = [
    (20, 100, 150), (20, 100, 0), (4, 250, 500), (3, 50, 100), (5, 4200, 0), (0.5, 800, 2800),
    (200, 0.5, 9.5),
    (60, 500, 29_500), (1000, 240, 10), (0, 100, 900), (20, 0, 150), (20, 0, 0),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: systems.map(question),
      andAtRandom: { chance in
        let (rate, time) = (chance.amount(upTo: 60), chance.amount(upTo: 900))
        return question(
          rate, time, chance.one(of: [time, chance.amount(upTo: 9), chance.amount(upTo: 3000)]))
      }, others: others)
    if finding.outcome == .passed {
      finding.remark = """
        This is Little's law. It holds for whatever stays somewhere for a while, and asks nothing about the inside of a server. Turned round \
        it checks a load test: 20 clients without a pause who get 4.72 answers a second wait 20 / 4.72 ≈ 4.2 s for each, whatever the report \
        says. It is about means, though, and says nothing of the slowest. Next: how many users are too many? (knee)
        """
    }
    return finding
  }

  private static func question(_ rate: Double, _ responseTime: Double, _ pause: Double) -> FormulaQuestion<
    Function
  > {
    let said =
      "\(text(rate)) answers a second, \(text(responseTime)) ms of response time and \(text(pause)) ms of pause"
    let special = [
      rate == 0 ? "there are no answers" : nil,
      responseTime == 0 && pause > 0 ? "the response time is 0" : nil,
      pause == 0 && responseTime > 0 ? "there is no pause" : nil,
      responseTime == 0 && pause == 0 ? "both times are 0" : nil,
    ]
    return FormulaQuestion(said, where: special.compactMap(\.self)) {
      try $0(rate, responseTime, pause)
    }
  }

  /// The same mistakes by another road.
  private static let others: [(name: String, function: Function)] = [
    ("forgets-the-unit", { $0 * ($1 / 1000 + $2) }), ("forgets-the-unit", { $0 * ($1 + $2 / 1000) }),
    ("takes-the-pause-off", { $0 * ($2 - $1) / 1000 }),
    ("share-of-a-round", { _, time, pause in pause / (time + pause) }),
    ("whole-users-only", { ($0 * ($1 + $2) / 1000).rounded() }),
    ("whole-users-only", { ($0 * ($1 + $2) / 1000).rounded(.down) }),
    ("whole-users-only", { max(1, ($0 * ($1 + $2) / 1000).rounded()) }),
    ("forgets-the-unit", { $0 * ($1 + $2) / 60 }), ("forgets-the-unit", { $0 * ($1 + $2) / 60_000 }),
    ("forgets-the-unit", { $0 / 1000 * ($1 + $2) / 1000 }),
    ("divides-the-rate", { $0 / ($1 + $2) }), ("divides-the-rate", { ($1 + $2) / $0 }),
    ("divides-the-rate", { ($1 + $2) / 1000 / $0 }),
    ("divides-the-rate", { rate, time, _ in rate / (time / 1000) }),
    ("one-users-rate", { 1 / ($1 + $2) }), ("one-users-rate", { rate, time, _ in 1000 / time }),
    ("cuts-the-times-off", { $0 * Double((Int($1) + Int($2)) / 1000) }),
    ("takes-the-rate-for-users", { rate, _, pause in rate + rate * pause / 1000 }),
    ("takes-the-rate-for-users", { rate, time, pause in pause == 0 ? rate : rate * (time + pause) / 1000 }),
    ("takes-the-pause-off", { $0 * abs($1 - $2) / 1000 }),
    ("multiplies-only-one-time", { $0 * $1 / 1000 + $2 }), ("multiplies-only-one-time", { $0 * $1 + $2 }),
    ("multiplies-only-one-time", { $0 * $2 / 1000 + $1 / 1000 }),
    ("multiplies-only-one-time", { $0 * $2 / 1000 + $1 }), ("multiplies-only-one-time", { $0 * $2 + $1 }),
    ("counts-only-who-waits", { rate, time, _ in (rate * time / 1000).rounded(.up) }),
    ("counts-only-who-waits", { rate, time, pause in rate * time / 1000 * (time / (time + pause)) }),
  ]

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
