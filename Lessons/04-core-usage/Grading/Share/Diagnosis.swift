import LessonKit

extension ShareGrading {
  /// One busy core of one first; then one case for each way in which people go wrong.
  private static let usages: [(user: Int, system: Int, wall: Int, usable: Int, chip: Int)] = [
    (1000, 0, 1000, 1, 1), (2000, 1000, 2000, 2, 4), (12_000, 0, 1000, 12, 12), (500, 1500, 4000, 4, 16),
    (300, 200, 1000, 1, 8), (0, 3000, 2000, 4, 4), (700, 100, 1000, 2, 2), (0, 0, 1000, 2, 4),
    (0, 0, 0, 2, 4),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: usages.map { question(.init($0), .init($1), .init($2), $3, $4) },
      andAtRandom: { chance in
        let usable = chance.count(1...16)
        let wall = chance.amount(upTo: chance.one(of: [9, 2000, 3_600_000]))
        // In tenths of a millisecond: a program uses no more than there is.
        let most = Int((wall * 10).rounded()) * usable
        let used = chance.one(of: [most, chance.whole(0...most), chance.whole(0...most)])
        let user = chance.one(of: [0, used, chance.whole(0...used), chance.whole(0...used)])
        return question(
          Double(user) / 10, Double(used - user) / 10, wall, usable, usable + chance.one(of: [0, 1, 8]))
      }, others: others)
    if finding.outcome == .passed {
      finding.remark = """
        All CPU time, over all that there was. Read twice, at the beginning and the end of a stretch, the same two numbers give the share of \
        just that stretch: this is what `top` does. Next: what sets an end to the gain of more cores? (bound)
        """
    }
    return finding
  }

  /// - Parameters: times in milliseconds, in tenths at most.
  private static func question(
    _ user: Double, _ system: Double, _ wall: Double, _ usable: Int, _ chip: Int
  ) -> FormulaQuestion<Function> {
    func text(_ time: Double) -> String { time == time.rounded() ? "\(Int(time))" : "\(time)" }
    func duration(_ time: Double) -> Duration { .microseconds(Int((time * 10).rounded()) * 100) }
    let special = [
      wall == 0 ? "the wall time is 0" : nil,
      user == 0 && system > 0 ? "there is only system time" : nil,
      user + system == 0 && wall > 0 ? "the program computed nothing" : nil,
    ]
    return FormulaQuestion(
      "\(text(user)) ms of user and \(text(system)) ms of system time within \(text(wall)) ms, with \(usable) usable of \(chip) cores",
      where: special.compactMap(\.self)
    ) {
      try $0(
        ProgramUsage(
          user: duration(user), system: duration(system), wall: duration(wall),
          usableCores: usable, chipCores: chip))
    }
  }
}
