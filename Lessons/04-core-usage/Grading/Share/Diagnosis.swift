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
      by: usages.map { user, system, wall, usable, chip in
        let special = [
          wall == 0 ? "the wall time is 0" : nil,
          user == 0 && system > 0 ? "there is only system time" : nil,
          user + system == 0 && wall > 0 ? "the program computed nothing" : nil,
        ]
        return FormulaQuestion(
          "\(user) ms of user and \(system) ms of system time within \(wall) ms, with \(usable) usable of \(chip) cores",
          where: special.compactMap(\.self)
        ) {
          try $0(
            ProgramUsage(
              user: .milliseconds(user), system: .milliseconds(system), wall: .milliseconds(wall),
              usableCores: usable, chipCores: chip))
        }
      }, others: others)
    if finding.outcome == .passed {
      finding.remark = """
        All CPU time, over all that there was. Read twice, at the beginning and the end of a stretch, the same two numbers give the share of \
        just that stretch: this is what `top` does. Next: what sets an end to the gain of more cores? (bound)
        """
    }
    return finding
  }
}
