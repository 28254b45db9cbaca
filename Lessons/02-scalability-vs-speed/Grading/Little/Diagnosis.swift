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
      }, others: others, slips: slips, ignoring: ignoring)
    if finding.outcome != .passed, let weights = weights(of: candidate) { finding.outcome = weights }
    if case .different = finding.outcome, let law = brokenLaw(candidate) { finding.outcome = law }
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

  /// How often each time counts, if all answers are explained by that, and it is not the same for both.
  private static func weights(of candidate: Function) -> Finding.Outcome? {
    // A thousand milliseconds count one for each answer a second.
    guard let response = try? candidate(1, 1000, 0), let pause = try? candidate(1, 0, 1000),
      response > 0, pause > 0, abs(response - pause) > 1e-9,
      // A weight is something that a person would write: not a share of what else was given.
      [response, pause].allSatisfy({ $0 <= 4 && ($0 * 12 - ($0 * 12).rounded()).magnitude < 1e-9 }),
      systems.allSatisfy({ rate, time, rest in
        let weighed = rate * (response * time + pause * rest) / 1000
        return (try? candidate(rate, time, rest)).map { abs($0 - weighed) < 1e-6 * max(1, weighed) } ?? false
      })
    else { return nil }
    return .mistake(
      "weighs-the-times",
      detail:
        "In your formula the response time counts \(times(response)), and the pause \(times(pause)): for 1 answer a second it is \(text(response)) where only the response time is 1000 ms, and \(text(pause)) where only the pause is."
    )
  }

  /// Answers in proportion to only one of the two, the answers a second or the times, with an example of the other: twice as many, or
  /// rounds twice as long, that are not given twice as many users. What is right here and there has another cause.
  private static func brokenLaw(_ candidate: Function) -> Finding.Outcome? {
    func asked(_ rate: Double, _ time: Double, _ pause: Double) -> Double {
      (try? candidate(rate, time, pause)) ?? .nan
    }
    func areEqual(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-6 * max(1, abs(other)) }
    let told = systems.filter { rate, time, pause in
      let users = asked(rate, time, pause)
      return users != 0 && !areEqual(users, rate * (time + pause) / 1000)
    }
    guard told.count * 4 >= systems.count * 3 else { return nil }
    let broken = [(2.0, 1.0), (1, 2)].map { factor, stretch in
      told.filter { rate, time, pause in
        !areEqual(asked(rate * factor, time * stretch, pause * stretch), 2 * asked(rate, time, pause))
      }
    }
    let places = broken.indices.filter { !broken[$0].isEmpty }
    guard let only = places.first, places.count == 1, broken[only].count * 4 >= told.count * 3,
      let (rate, time, pause) = broken[only].first
    else { return nil }
    let (factor, stretch) = only == 0 ? (2.0, 1.0) : (1, 2)
    func said(_ rate: Double, _ time: Double, _ pause: Double) -> String {
      "or \(text(rate)) answers a second, \(text(time)) ms of response time and \(text(pause)) ms of pause you returned \(text(asked(rate, time, pause)))"
    }
    return .mistake(
      only == 0 ? "not-in-proportion-to-the-answers" : "not-in-proportion-to-the-times",
      detail:
        "F\(said(rate, time, pause)), and f\(said(rate * factor, time * stretch, pause * stretch)). Right is \(text(rate * (time + pause) / 1000)), and twice as many."
    )
  }

  private static func times(_ weight: Double) -> String {
    weight == 1 ? "once" : weight == 2 ? "twice" : "\(text((weight * 1000).rounded() / 1000)) times"
  }

  /// What can go wrong besides.
  private static let slips: [Slip<Function>] = [
    Slip("you also round to whole users, and asked is the mean as it is.") { formula in
      { try formula($0, $1, $2).rounded() }
    },
    Slip("you also round to whole users, and asked is the mean as it is.") { formula in
      { try formula($0, $1, $2).rounded(.up) }
    },
    Slip("you also round to whole users, and asked is the mean as it is.") { formula in
      { try formula($0, $1, $2).rounded(.down) }
    },
    Slip("you also never return less than 1, and there may be less than one user on average.") { formula in
      { max(1, try formula($0, $1, $2)) }
    },
    Slip("it is so only where the response time is longer than the pause.") { formula in
      { $1 > $2 ? try formula($0, $1, $2) : try solution($0, $1, $2) }
    },
    Slip("it is so only where the pause is longer than the response time.") { formula in
      { $2 > $1 ? try formula($0, $1, $2) : try solution($0, $1, $2) }
    },
    Slip("it is so only where there is a pause.") { formula in
      { $2 > 0 ? try formula($0, $1, $2) : try solution($0, $1, $2) }
    },
    Slip("it is so only where the response time is not 0.") { formula in
      { $1 > 0 ? try formula($0, $1, $2) : try solution($0, $1, $2) }
    },
    Slip("besides, you return 0 where there is no pause.") { formula in
      { $2 == 0 ? 0 : try formula($0, $1, $2) }
    },
    Slip("besides, you return 0 where the response time is 0.") { formula in
      { $1 == 0 ? 0 : try formula($0, $1, $2) }
    },
  ]

  /// What makes no difference.
  private static let ignoring: [Ignored<Function>] = [
    Ignored("leaves-the-times-out", "The two times make no difference to what you return.") { formula, by in
      { rate, time, pause in try formula(rate, time + by, pause + 2 * by) }
    },
    Ignored("leaves-the-pause-out", "The pause makes no difference to what you return.") { formula, by in
      { rate, time, pause in try formula(rate, time, pause + by) }
    },
    Ignored("leaves-the-response-time-out", "The response time makes no difference to what you return.") {
      formula, by in
      { rate, time, pause in try formula(rate, time + by, pause) }
    },
    Ignored("leaves-the-rate-out", "The answers a second make no difference to what you return.") {
      formula, by in
      { rate, time, pause in try formula(rate + by, time, pause) }
    },
  ]

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
    ("not-in-proportion-to-the-answers", { $0 * $1 / 1000 * $0 * $2 / 1000 }),
    ("not-in-proportion-to-the-times", { min($0, $0 * ($1 + $2) / 1000) }),
    ("mean-of-the-two", { ($0 * $1 / 1000 + $0 * $2) / 2 }),
    ("multiplies-the-times", { $0 * $1 * $2 / 1000 }), ("multiplies-the-times", { $0 * $1 * $2 }),
    ("multiplies-the-times", { $0 * ($1 * $2).squareRoot() / 1000 }),
    ("pause-as-a-share", { $0 * $1 / 1000 * ($2 / ($1 + $2)) }),
    ("pause-as-a-share", { $0 * $1 / 1000 * (1 + $2 / max(1, $1 + $2)) }),
    ("pause-as-a-share", { $0 * $2 / 1000 * (1 + $1 / ($1 + $2)) }),
    ("pause-as-a-share", { $0 * $2 / 1000 * (1 + $1 / max(1, $1 + $2)) }),
    ("pause-as-a-share", { $0 * $2 / 1000 * ($2 / ($1 + $2)) }),
    ("pause-as-a-share", { $0 * $2 / 1000 * ($1 / ($1 + $2)) }),
    ("pause-beside-the-wait", { $0 * min($1, $2) / 1000 }),
    ("leaves-the-rate-out", { ($1 + $2) / 1000 }),
    ("counts-only-who-reads", { rate, _, pause in rate * pause / 1000 + (rate > 0 ? 1 : 0) }),
    ("counts-only-who-waits", { rate, time, pause in rate * time / 1000 * (time / (time + pause)) }),
  ]

  private static func text(_ number: Double) -> String {
    abs(number) < 1e9 && number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
