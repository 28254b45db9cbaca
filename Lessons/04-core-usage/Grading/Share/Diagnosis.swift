import LessonKit

extension ShareGrading {
  private static let usages: [(user: Int, system: Int, wall: Int, usable: Int, chip: Int)] = [
    (2000, 1000, 2000, 2, 4), (12_000, 0, 1000, 12, 12), (500, 1500, 4000, 4, 16), (300, 200, 1000, 1, 8),
    (0, 0, 1000, 2, 4), (0, 0, 0, 2, 4),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    judge(
      candidate,
      by: usages.map { user, system, wall, usable, chip in
        FormulaQuestion(
          "\(user) ms of user and \(system) ms of system time within \(wall) ms, on \(usable) of \(chip) cores"
        ) {
          try $0(
            ProgramUsage(
              user: .milliseconds(user), system: .milliseconds(system), wall: .milliseconds(wall),
              usableCores: usable, chipCores: chip))
        }
      })
  }
}
