import LessonKit

/// Exercise 4.2: how it is told, and how an answer is judged.
enum ShareExercise {
  typealias Function = @Sendable (ProgramUsage) throws -> Double

  static let exercise = Exercise(
    "share", question: "How much of the machine did a program use?", file: "Share.swift",
    hints: [
      "What did the program use, all in all, and what could it have used at most in that time?",
      "It used its user time and its system time. It could have used the wall time, once for each core that it may use.",
      "`(usage.user + usage.system) / (usage.wall * usage.usableCores)`, where there is any wall time.",
    ],
    learner: { try share($0) } as Function, solution: { Solutions.share($0) }, mistakes: mistakes,
    examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "percent-of-one-core",
      says:
        "You return how much of one core it was, as `top` shows it: with two busy cores that is 2, or 200 %, on any machine. To be a "
        + "share of the machine it has to be divided by the cores.",
      { Mistakes.Share.percentOfOneCore($0) }),
    Mistake(
      "cores-of-the-chip",
      says:
        "You divide by the cores of the chip. In a container, or where affinity is set, a program may use fewer, and one that uses all "
        + "that it may uses 1, not less.",
      { Mistakes.Share.coresOfTheChip($0) }),
    Mistake(
      "user-time-only",
      says:
        "You leave the system time out. What the operating system does on the program's behalf, such as to read a file or to switch "
        + "threads, keeps a core as busy as the program's own code.",
      { Mistakes.Share.userTimeOnly($0) }),
  ]

  private static let usages: [(user: Int, system: Int, wall: Int, usable: Int, chip: Int)] = [
    (2000, 1000, 2000, 2, 4), (12_000, 0, 1000, 12, 12), (500, 1500, 4000, 4, 16), (300, 200, 1000, 1, 8),
    (0, 0, 1000, 2, 4), (0, 0, 0, 2, 4),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    FormulaTrial.judge(
      usages.map { user, system, wall, usable, chip in
        let usage = ProgramUsage(
          user: .milliseconds(user), system: .milliseconds(system), wall: .milliseconds(wall),
          usableCores: usable,
          chipCores: chip)
        return FormulaTrial(
          question:
            "\(user) ms of user and \(system) ms of system time within \(wall) ms, on \(usable) of \(chip) cores",
          answer: { try candidate(usage) }, expected: Solutions.share(usage),
          mistaken: [
            "percent-of-one-core": Mistakes.Share.percentOfOneCore(usage),
            "cores-of-the-chip": Mistakes.Share.coresOfTheChip(usage),
            "user-time-only": Mistakes.Share.userTimeOnly(usage),
          ])
      })
  }
}
